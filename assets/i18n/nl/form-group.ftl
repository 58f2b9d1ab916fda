# Wat het bord van Group zegt.

form-group-what = Wat er ligt
form-group-column = Groep
form-group-open-head = Nog niet ingedeeld
form-group-outliers = Buitenbeentjes
form-group-marked = gekozen
form-group-mean = gemiddeld { $mean }
form-group-hint-first = typ een naam: die groep komt er meteen
form-group-hint = 2 = naar groep 2 · een naam = nieuwe groep · spatie kiest er meer
form-group-chosen = { $count ->
    [one] 1 regel is gekozen: typ een nummer of een naam.
   *[other] { $count } regels zijn gekozen: typ een nummer of een naam.
}
form-group-open = { $count ->
    [one] Nog 1 niet ingedeeld.
   *[other] Nog { $count } niet ingedeeld.
}
form-group-many = Er zijn { $count } groepen; gevraagd is hoogstens { $most }.
form-group-exactly = { $count ->
    [one] Er is 1 groep; gevraagd is { $wanted }.
   *[other] Er zijn { $count } groepen; gevraagd is { $wanted }.
}
form-group-moved = { $count ->
    [one] “{ $what }” staat nu in { $group }.
   *[other] { $count } regels staan nu in { $group }.
}
form-group-made = { $count ->
    [one] Nieuwe groep { $group }, met “{ $what }”.
   *[other] Nieuwe groep { $group }, met { $count } regels.
}
form-group-out = { $count ->
    [one] “{ $what }” staat in geen groep meer.
   *[other] { $count } regels staan in geen groep meer.
}
form-group-merged = { $from } hoort nu bij { $into }.
form-group-renamed = { $was } heet nu { $now }.
form-group-doubled = “{ $what }” is samengevoegd met { $row }.
form-group-nothing-here = Er is geen regel om in te delen.
form-group-already = Dat is al zo.
form-group-no-group = Er is geen groep { $group }. Typ een naam om een groep te maken.
form-group-no-row = Er is geen regel { $row }.
form-group-no-outliers = Hier hoort alles in een groep; er is geen plek voor buitenbeentjes.
form-group-no-double = Alleen twee verschillende punten van deze tafel zijn samen te voegen.
form-group-itself = Een groep is niet met zichzelf samen te voegen.
form-group-name-taken = Er is al een groep { $group }. Samenvoegen: { $from } > { $into }.
form-group-odd = Typ een nummer, een naam, “5 7 > 2”, “2 = nieuwe naam” of “= 14” voor een dubbele.
