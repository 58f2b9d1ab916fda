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

# verbanden
form-link-what = Wat verbinden we
form-link-from = Van
form-link-to = Naar
form-link-orphan = staat los
form-link-more = nog { $count }
form-link-strong = hoe sterk
form-link-hint = { $example } = verband met 3 · 3 5 = met allebei · -3 = weg
form-link-hint-kind = { $example } = verband met 3, met de letter van de soort · -3 = weg
form-link-hint-strength = { $example } = verband met 3, sterkte 2 · -3 = weg
form-link-hint-both = { $example } = verband met 3: de soort, dan hoe sterk · -3 = weg
form-link-count = { $count ->
    [one] 1 verband
   *[other] { $count } verbanden
}
form-link-most = Meeste verbanden: { $items } ({ $count })
form-link-orphans = Staat los: { $items }
form-link-and-more = en nog { $count }
form-link-open = { $count ->
    [one] Bij 1 punt { $least ->
        [one] ontbreekt nog een verband.
       *[other] zijn er nog geen { $least } verbanden.
    }
   *[other] Bij { $count } punten { $least ->
        [one] ontbreekt nog een verband.
       *[other] zijn er nog geen { $least } verbanden.
    }
}
form-link-self = { $count ->
    [one] 1 punt is met zichzelf verbonden.
   *[other] { $count } punten zijn met zichzelf verbonden.
}
form-link-picture = Van de regel naar het nummer erboven:
form-link-picture-both = Wie met wie:
form-link-away = Weg: { $from } – { $to }
form-link-cleared = { $count ->
    [one] { $item }: 1 verband weggehaald.
   *[other] { $item }: { $count } verbanden weggehaald.
}
form-link-nothing-here = Er is niets om te verbinden.
form-link-none = Er is hier nog geen verband.
form-link-already = Dat verband is er al.
form-link-no-item = Er is geen nummer { $number }.
form-link-same-side = { $item } staat aan dezelfde kant; kies een nummer van de andere kant.
form-link-no-kind = Er is geen soort { $letter }; wel { $letters }.
form-link-no-kinds = Er is één soort verband; een letter hoeft niet.
form-link-no-strength = Hier wordt niet gevraagd hoe sterk het verband is.
form-link-strength = Hoe sterk is een getal van 1 tot en met { $most }.
form-link-not-linked = Er is geen verband met { $item }.
form-link-no-words = Niets begint met “{ $words }”. Typ een nummer.
form-link-which = Welke bedoel je? { $found }
