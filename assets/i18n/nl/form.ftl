# Formulieren: vragen, velden en keuzes, en wat eronder staat.

form-optional = mag leeg blijven

# Wat nog open is. Het houdt niemand tegen.
form-open-least = { $count ->
    [one] Er is nog 1 antwoord nodig.
   *[other] Er zijn nog { $count } antwoorden nodig.
}
form-open-most = { $count ->
    [one] Er is 1 antwoord; gevraagd is hoogstens { $most }.
   *[other] Er zijn { $count } antwoorden; gevraagd is hoogstens { $most }.
}
form-open-column = { $count ->
    [one] Bij 1 regel ontbreekt nog: { $column }.
   *[other] Bij { $count } regels ontbreekt nog: { $column }.
}
form-open-slot = Nog leeg: { $slot }.

# De actielijst. De keuzes bij het bestuur beginnen elk met een andere letter: één toets per keuze.
form-action-label = Actielijst
form-action-one = actie
form-action-hint = Wat spreken jullie af?
form-action-who = Wie trekt het
form-action-when = Wanneer
form-action-board = Bestuur
form-action-board-confirmed = bevestigd
form-action-board-needed = te vragen
form-action-board-not-needed = hoeft niet

# Wat naast een regel staat.
form-namens = namens { $party }
form-flag-quote = citaat
form-flag-key = sleutelinzicht
form-flag-parked = geparkeerd
form-flag-confidential = vertrouwelijk
form-flag-not-in-report = niet in het verslag
form-status-draft = nog in bewerking
form-status-settled = staat vast
form-status-parked = geparkeerd
form-yes = ja
form-no = nee

# Wat elke ronde heeft.
form-quote = citaat
form-quotes = Citaten
form-note = notitie
form-notes = Notities en sfeer
form-note-hint = Hoe ging het gesprek? Wat viel op?
form-version = versie { $version }

# borden
form-board-judge = Oordeel
form-board-vote = Stemmen
form-board-matrix = Overzicht
form-board-group = Groepen
form-board-link = Verbanden
form-board-assign = Verdeling
form-board-part = Deel
form-board-seen = Wat we zien
form-board-notes = Notitie
form-chair = plek { $nth }
form-case-pass = Ronde { $pass }
form-case-pair = { $who } – { $whom }
form-case-skin = { $who }, in de huid van { $whom }
form-case-elsewhere = Elders gezegd
form-case-filled = { $filled } van { $all }

# groepen
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
