# Wat het bord van Matrix zegt.

form-matrix-agreed = Samen
form-matrix-gap = gat
form-matrix-overlap = overlap
form-matrix-friction = wrijving
form-matrix-unknown = onbekend
form-matrix-otherwise = { $count } van { $all } anders
form-matrix-gaps = { $count ->
    [one] 1 gat
   *[other] { $count } gaten
}
form-matrix-overlaps = { $count } overlap
form-matrix-frictions = { $count } wrijving
form-matrix-unknowns = { $count } onbekend
form-matrix-otherwises = { $count ->
    [one] 1 verschil
   *[other] { $count } verschillen
}
form-matrix-sum = samen { $number }
form-matrix-mean = gemiddeld { $number }
form-matrix-spread = spreiding { $number }
form-matrix-before = In ronde { $pass }: { $seen }.
form-matrix-sign-otherwise = niet iedereen ziet het zo
form-matrix-sign-given = ingevuld, nog niet te zien
form-matrix-note-hidden = Hier hoort een notitie bij, die nog niet te zien is.
form-matrix-note-same = Dat staat er al.
form-matrix-hint-signs = { $letters }: één per kolom, . slaat over, : notitie
form-matrix-hint-numbers = { $from } tot en met { $to }: één per kolom, . slaat over, : notitie
form-matrix-hint-text = Typ dit vak; een | voor het volgende; : notitie
form-matrix-no-row = Hier is nog geen regel om in te vullen.
form-matrix-no-column = Hier is nog geen kolom om in te vullen.
form-matrix-blocked = { $name } en zichzelf: hier komt niets.
form-matrix-outside = { $number } past hier niet: het gaat van { $from } tot en met { $to }, in hele getallen.
form-matrix-too-many = { $columns ->
    [one] Dat zijn er { $count }, en er is 1 vak. Zet er : voor als het een notitie is.
   *[other] Dat zijn er { $count }, en er zijn { $columns } vakken. Zet er : voor als het een notitie is.
}
form-matrix-not-hidden = Hier is niets verborgen.
form-matrix-one-pass = Dit vul je één keer in; er komt geen volgende ronde.
form-matrix-holds = Er is geen volgende ronde nodig: het klopt al.
form-matrix-last-pass = Dit was ronde { $count }, de laatste. Zet op de parkeerlijst wat nog niet klopt.
form-matrix-more = { $names } en nog { $count }
form-matrix-open-filled = { $count ->
    [one] Nog 1 van de { $all } vakken is leeg.
   *[other] Nog { $count } van de { $all } vakken zijn leeg.
}
form-matrix-open-copies = Nog niet klaar met het eigen vel: { $names }.
form-matrix-open-one = { $count ->
    [one] Op 1 regel staat niet precies één keer “{ $sign }”: { $names }.
   *[other] Op { $count } regels staat niet precies één keer “{ $sign }”: { $names }.
}
form-matrix-open-some = { $count ->
    [one] Op 1 regel staat nog nergens “{ $sign }”: { $names }.
   *[other] Op { $count } regels staat nog nergens “{ $sign }”: { $names }.
}
form-matrix-open-most = { $count ->
    [one] Op 1 regel staat vaker dan { $most } keer “{ $sign }”: { $names }.
   *[other] Op { $count } regels staat vaker dan { $most } keer “{ $sign }”: { $names }.
}
form-matrix-open-column = { $count ->
    [one] In 1 kolom staat nog nergens “{ $sign }”: { $names }.
   *[other] In { $count } kolommen staat nog nergens “{ $sign }”: { $names }.
}
form-matrix-open-self = { $count ->
    [one] Op 1 regel staat iets bij zichzelf: { $names }.
   *[other] Op { $count } regels staat iets bij zichzelf: { $names }.
}
form-matrix-found-gap = { $count ->
    [one] 1 gat: niemand “{ $sign }”
   *[other] { $count } gaten: niemand “{ $sign }”
}
form-matrix-found-overlap = { $count ->
    [one] 1 overlap: meer dan één “{ $sign }”
   *[other] { $count } keer overlap: meer dan één “{ $sign }”
}
form-matrix-found-friction = { $count ->
    [one] 1 wrijving
   *[other] { $count } keer wrijving
}
form-matrix-found-unknown = { $count ->
    [one] 1 regel met iets wat we niet weten
   *[other] { $count } regels met iets wat we niet weten
}
form-matrix-found-otherwise = { $count ->
    [one] Op 1 regel ziet niet iedereen het zo
   *[other] Op { $count } regels ziet niet iedereen het zo
}
form-matrix-found-tables = { $count ->
    [one] Op 1 punt zeggen de tafels iets anders
   *[other] Op { $count } punten zeggen de tafels iets anders
}
form-matrix-table = tafel { $table }
