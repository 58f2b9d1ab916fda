# Oogst: van wat de tafels zeiden naar wat er geleerd is. Thema's, tafels naast elkaar, terugkoppeling.

oogst = Oogst
where-oogst = Oogst
where-wording = Oogst, op de regel
where-plenary = Oogst, terugkoppeling
oogst-tab-themes = Thema's
oogst-tab-beside = Tafels naast elkaar
oogst-sum = { $tables ->
    [one] 1 tafel
   *[other] { $tables } tafels
} · { $points ->
    [one] 1 punt
   *[other] { $points } punten
}
oogst-to-do = nog { $count } in te delen
oogst-all-done = alles ingedeeld
oogst-unused = Nog niet ingedeeld
oogst-t = T{ $number }
oogst-reach = { $count } van { $of }
oogst-reach-tables = { $count } van { $of } tafels
oogst-of-tables = van de tafels
oogst-gone = { $count ->
    [one] 1 regel is weg: verwijderd aan tafel, of van een tafel die hier nog niet is
   *[other] { $count } regels zijn weg: verwijderd aan tafel, of van een tafel die hier nog niet is
}
oogst-homeless = { $count ->
    [one] 1 regel hoort bij een thema dat in geen enkel bestand staat
   *[other] { $count } regels horen bij een thema dat in geen enkel bestand staat
}
oogst-conclusion = Geleerd:
oogst-not-concluded = Nog niets geleerd opgeschreven: c
oogst-missing = nog niets van { $parties }
oogst-nobody = niemand genoemd
oogst-in = in { $themes }
oogst-in-none = in geen thema
oogst-votes = { $count ->
    [one] 1 sticker
   *[other] { $count } stickers
}
oogst-evidence = bewijs
oogst-merged = samengevoegd met { $names }
oogst-nothing-said = Er is nog niets gezegd. Wat de tafels opschrijven komt hier vanzelf.
oogst-no-themes = Nog geen thema's. Kies een punt en druk op m, of op n voor een nieuw thema.
oogst-nothing-fits = Niets past bij wat je zoekt. Esc laat alles weer zien.
oogst-name-new = Nieuw thema
oogst-name-new-with = Nieuw thema met { $count ->
    [one] 1 punt
   *[other] { $count } punten
}
oogst-name-split = Afsplitsen: naam van het nieuwe thema
oogst-name-rename = Andere naam
oogst-name-conclusion = Wat is er geleerd
oogst-name-search = Zoeken
oogst-to-theme = Naar welk thema
oogst-to-theme-hint = typ een nieuwe naam of kies
oogst-enter-makes = Enter maakt een nieuw thema met deze naam
oogst-merge-with = { $theme } samenvoegen met
oogst-release = Losmaken van { $theme }
oogst-filter = Welke punten
oogst-filter-all = Alles
oogst-filter-unused = Nog niet ingedeeld
oogst-filter-key = Sleutelinzichten
oogst-filter-voted = Met stickers
oogst-filter-question = vraag
oogst-filter-party = partij
oogst-filter-table = tafel
oogst-filter-nobody = Van niemand
oogst-shown = { $shown } van { $all }: { $what }
oogst-words = “{ $words }”
oogst-order-table = per tafel
oogst-order-question = per vraag
oogst-order-party = per partij
oogst-order-votes = meeste stickers
oogst-order-latest = laatste eerst
oogst-ordered = Volgorde: { $order }
oogst-put = { $count ->
    [one] 1 punt naar { $theme }
   *[other] { $count } punten naar { $theme }
}
oogst-no-nth = Er is geen thema { $number }
oogst-no-again = Nog geen thema gekozen
oogst-choose-line = Kies eerst een punt
oogst-choose-theme = Kies eerst een thema
oogst-choose-marks = Merk eerst met de spatiebalk wat eruit moet
oogst-nothing-merged = Met dit thema is niets samengevoegd
oogst-marked = { $count } gemerkt
oogst-undone = Teruggenomen
oogst-redone = Opnieuw gedaan
oogst-removed = Thema weg; Ctrl+Z brengt het terug
oogst-taken = Een ander venster ({ $who }) oogst. Je kijkt mee.
oogst-not-here = Een ander venster is aan het oogsten
oogst-from-tables = aan tafel genoemd
oogst-question = { $nth } van { $of }
oogst-strange = Niet meer in het draaiboek
oogst-codebook = Gedeelde thema's
oogst-codebook-keep = “{ $theme }” delen met andere bijeenkomsten
oogst-codebook-kept = “{ $theme }” staat bij de gedeelde thema's
oogst-codebook-empty = Er zijn nog geen gedeelde thema's. Kies een thema en druk op k.
oogst-codebook-has = al in deze oogst
oogst-plenary = Terugkoppeling
oogst-plenary-dream = Droom
oogst-plenary-top = Het belangrijkst
oogst-plenary-quote = Gehoord
oogst-plenary-agreement = Afspraak
oogst-plenary-nothing = Deze tafel heeft nog niets om te vertellen.
oogst-plenary-on = staat op het scherm
oogst-plenary-off = alleen hier

key-oogst = oogst
key-oogst-about = Naar de oogst: thema's en de tafels naast elkaar
key-unfold = open
key-unfold-about = Thema open of dicht; van een punt naar zijn tafel en ronde
key-to-theme = naar thema
key-to-theme-about = Het punt, of wat gemerkt is, bij een thema zetten
key-to-nth = thema 1-9
key-to-nth-about = Het punt, of wat gemerkt is, meteen bij dat thema zetten
key-again = nog eens
key-again-about = Bij hetzelfde thema als de vorige keer
key-mark-line = merken
key-mark-line-about = Merken, om met meer punten tegelijk iets te doen
key-new-theme = nieuw thema
key-new-theme-about = Een nieuw thema, met wat gemerkt is erin
key-conclude = geleerd
key-conclude-about = Opschrijven wat er geleerd is
key-rename-theme = andere naam
key-rename-theme-about = Het thema anders noemen; wat het heette blijft bewaard
key-merge-theme = samenvoegen
key-merge-theme-about = Het thema samenvoegen met een ander
key-release-theme = losmaken
key-release-theme-about = Een samengevoegd thema weer losmaken, of een punt van wat hetzelfde zegt
key-split-theme = afsplitsen
key-split-theme-about = Van wat gemerkt is een eigen thema maken
key-take-out = uit thema
key-take-out-about = Het punt uit het thema halen
key-remove-theme = thema weg
key-remove-theme-about = Het thema weghalen; de punten zijn dan niet ingedeeld
key-evidence = bewijs
key-evidence-about = Dit punt draagt wat er geleerd is
key-star-line = ster
key-star-line-about = Als sleutelinzicht merken
key-filter = filter
key-filter-about = Alleen een vraag, partij, tafel, sleutelinzichten of wat stickers heeft
key-order = volgorde
key-order-about = Een andere volgorde: tafel, vraag, partij, stickers, laatste
key-one-list = lijst
key-one-list-about = Eén lijst, of een kolom per tafel
key-next-view = andere kijk
key-next-view-about = De volgende manier van kijken
key-prev-view = vorige kijk
key-prev-view-about = De vorige manier van kijken
key-column-left = kolom links
key-column-left-about = Een kolom naar links
key-column-right = kolom rechts
key-column-right-about = Een kolom naar rechts
key-to-top = begin
key-to-top-about = Naar het eerste punt
key-to-end = eind
key-to-end-about = Naar het laatste punt
key-codebook = gedeeld
key-codebook-about = Thema's die bijeenkomsten delen: er een nemen, of dit erbij zetten
key-plenary = terugkoppeling
key-plenary-about = Wat elke tafel vertelt: droom, het belangrijkst, een citaat, een afspraak
key-next-told = volgende tafel
key-next-told-about = De volgende tafel
key-prev-told = vorige tafel
key-prev-told-about = De vorige tafel
key-on-wall = op het scherm
key-on-wall-about = Hetzelfde op het scherm in de zaal, of weer niet
key-settle = bewaren
key-settle-about = Bewaren wat er staat
oogst-suggest = Voorstel: { $theme }? { $why } · j ja, w nee, a volgende
oogst-suggest-same = “{ $word }” ook in { $place }
oogst-suggest-met = “{ $word }” lijkt op “{ $other }” in { $place }
oogst-suggest-name = de naam
oogst-suggest-refused = Niet in { $theme }. Dat wordt voor dit punt niet meer voorgesteld.
oogst-suggest-refused-along = Niet in { $theme }, met { $along } die hetzelfde { $along ->
    [one] zegt
   *[other] zeggen
}. Dat wordt niet meer voorgesteld.
oogst-suggest-none = Verder is er geen voorstel.
oogst-suggest-none-here = Voor dit punt is er geen voorstel.
oogst-reading = De tafels worden gelezen …
oogst-alike = Lijkt op elkaar
oogst-alike-you = voorstel, jij beslist
oogst-alike-as = Lijkt op { $place }?
oogst-alike-keys = = hetzelfde  - iets anders  t volgende
oogst-alike-keys-short = = ja  - nee
oogst-alike-why = door { $words }
oogst-alike-stem = “{ $word }” en “{ $other }” ({ $stem })
oogst-alike-met = “{ $word }” en “{ $other }”
oogst-alike-idea = “{ $word }” en “{ $other }” (verwant)
oogst-alike-more = nog { $count }
oogst-alike-same = { $count } punten zeggen hetzelfde
oogst-alike-same-in = { $count ->
    [one] Zegt hetzelfde; 1 punt ook naar { $theme }
   *[other] Zegt hetzelfde; { $count } punten ook naar { $theme }
}
oogst-alike-different = Zegt iets anders. Dit tweetal komt niet terug.
oogst-alike-none = Verder is er geen tweetal dat op elkaar lijkt.
oogst-alike-none-here = Bij dit punt is er niets dat hetzelfde zegt.
oogst-alike-release = Zegt toch iets anders dan
oogst-put-along = { $count ->
    [one] 1 punt
   *[other] { $count } punten
} naar { $theme }, met { $along } die hetzelfde { $along ->
    [one] zegt
   *[other] zeggen
}
oogst-out-along = Uit { $theme }, met { $along } die hetzelfde { $along ->
    [one] zegt
   *[other] zeggen
}
oogst-looking = Zoekt verder …
oogst-half-typed = Dit had je al getypt. Je gaat ermee verder.
oogst-name-taken = Er is al een thema { $name }. Met Esc en g voeg je samen.
oogst-typed-stays = { $name } is aan tafel genoemd en blijft staan. r hernoemt, g voegt samen.
oogst-removed-typed = Thema weg; wat aan tafel { $name } heet blijft. Ctrl+Z brengt alles terug.
oogst-now-with = { $name } staat nu bij { $with }; l maakt los.
