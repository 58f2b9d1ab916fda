# Wat alle tafels samen zeggen: stemmen, schalen, wie doet wat, spiegels, afspraken.

verdicts-assigned = toegewezen
verdicts-t = T{ $number }
verdicts-more = { $names } en nog { $count }
verdicts-reach = { $count } van { $of ->
    [one] 1 tafel
   *[other] { $of } tafels
}
verdicts-reach-spread = { $count } van { $of } tafels, per tafel { $least } tot { $most }
verdicts-divided = { $first } zet het bovenaan, { $none } geeft er niets voor
verdicts-nothing-given = nog niets gegeven
verdicts-summary = { $count ->
    [one] 1 keer gegeven: { $median }
   *[other] mediaan { $median }, de helft tussen { $lower } en { $upper }, gemiddeld { $mean }, { $count } keer gegeven
}
verdicts-tables-apart = Tafels verschillen: { $one } { $atone }, { $other } { $atother } ({ $part } % van de schaal)
verdicts-tables-otherwise = Tafels verschillen: { $one } vooral “{ $atone }”, { $other } vooral “{ $atother }” ({ $part } % koos anders)
verdicts-parties-apart = Partijen verschillen: { $one } { $atone }, { $other } { $atother } ({ $part } % van de schaal)
verdicts-parties-otherwise = Partijen verschillen: { $one } vooral “{ $atone }”, { $other } vooral “{ $atother }” ({ $part } % koos anders)
verdicts-within = Verdeeld aan tafel zelf: { $tables }
verdicts-then-now = Toen { $was }, nu { $now }
verdicts-then = Toen { $was }, nu nog niets
verdicts-gap = Gat: bij { $tables } niemand die “{ $lead }” kreeg
verdicts-gap-all = Gat: bij geen enkele tafel iemand die “{ $lead }” kreeg ({ $tables })
verdicts-overlap = Overlap: { $who } ({ $tables })
verdicts-friction = Wrijving: { $who } ({ $tables })
verdicts-claims = Wrijving: { $who } zeggen het allebei zelf te trekken ({ $tables })
verdicts-other-leads = Tegenspraak: een andere partij bij “{ $lead }”: { $who }
verdicts-contradiction = Tegenspraak over { $who }: { $what }
verdicts-unknown = Niet bekend: { $who } ({ $tables })
verdicts-hidden = Nog niet getoond aan { $tables }: hier niet meegeteld
verdicts-method = Zo is gerekend: tafels of partijen verschillen als hun medianen meer dan een kwart van de schaal uit elkaar liggen, of bij een keuze als meer dan de helft iets anders koos. Tussen de kwartielen ligt de middelste helft.
verdicts-option = Keuze
verdicts-votes = Stemmen
verdicts-votes-told = { $count } ({ $reach })
verdicts-votes-alt = Staafdiagram van { $count ->
    [one] 1 keuze
   *[other] { $count } keuzes
} aan { $tables ->
    [one] 1 tafel
   *[other] { $tables } tafels
}. Bovenaan staat “{ $top }” met { $score }.
verdicts-votes-none = Er is nog niet gestemd.
verdicts-statement = Stelling
verdicts-given = Gegeven
verdicts-spread-alt = Stippen op een schaal van { $low } tot { $high } voor { $count ->
    [one] 1 stelling
   *[other] { $count } stellingen
} aan { $tables ->
    [one] 1 tafel
   *[other] { $tables } tafels
}.
verdicts-choices-alt = Hoe vaak elke keuze is gemaakt bij { $count ->
    [one] 1 stelling
   *[other] { $count } stellingen
} aan { $tables ->
    [one] 1 tafel
   *[other] { $tables } tafels
}.
verdicts-roles-alt = Wie doet wat over { $tables ->
    [one] 1 tafel
   *[other] { $tables } tafels
}: { $rows ->
    [one] 1 rij
   *[other] { $rows } rijen
}. Donkerder is door meer tafels als trekker genoemd.
verdicts-row = Rij
verdicts-mirror-party = { $party }: { $count ->
    [one] 1 keer namens gesproken
   *[other] { $count } keer namens gesproken
}
verdicts-mirror-said = Gezegd namens { $party }
verdicts-mirror-by = Door
verdicts-mirror-mark = De partij zelf
verdicts-mirror-own = { $party } zelf
verdicts-mirror-open = { $count } zonder reactie
verdicts-mirror-none = Er is nog niets namens een ander gezegd.
verdicts-table = Tafel
verdicts-what = Wat
verdicts-who = Wie trekt
verdicts-when = Wanneer
verdicts-board = Bestuur
verdicts-no-who = nog geen trekker
verdicts-no-when = nog geen datum
verdicts-since = van { $date }
verdicts-lacks-who = Zonder trekker: { $count }
verdicts-lacks-when = Zonder datum: { $count }
verdicts-board-ask = Nog te vragen aan het bestuur: { $count }
verdicts-agreements-none = Er zijn nog geen afspraken.
verdicts-agreements-count = { $count ->
    [one] 1 afspraak
   *[other] { $count } afspraken
}
verdicts-tab-votes = Stemmen
verdicts-tab-roles = Wie doet wat
verdicts-tab-mirrors = Spiegels
verdicts-tab-agreements = Afspraken
verdicts-flag-divided = verdeeld
verdicts-flag-tables = tafels anders
verdicts-flag-parties = partijen anders
verdicts-flag-both = tafels, partijen anders
verdicts-flag-within = verdeeld aan tafel
verdicts-flag-gap = gat
verdicts-flag-some-gap = soms gat
verdicts-flag-overlap = overlap
verdicts-flag-friction = wrijving
verdicts-flag-contradiction = tegenspraak
verdicts-median = mediaan { $median } ({ $count })
verdicts-tables = { $count ->
    [one] 1 tafel
   *[other] { $count } tafels
}
verdicts-roles-none = Er is nog niets ingevuld over wie wat doet.
verdicts-mirror-self = zegt het zelf
verdicts-mirror-lines = { $count ->
    [one] 1 keer namens gesproken
   *[other] { $count } keer namens gesproken
}
verdicts-lacking = Mist een trekker of een datum: { $count }
verdicts-whole = Met trekker en datum: { $count }
verdicts-flag-apart = anders
verdicts-median-short = { $median } ({ $count })
verdicts-stands = Stand
verdicts-moved = verzet
