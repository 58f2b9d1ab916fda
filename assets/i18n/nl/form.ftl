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
form-board-look = Wat zien we?
form-board-part = Deel
form-board-seen = Wat we zien
form-board-notes = Notitie
form-chair = plek { $nth }
form-case-pass = Ronde { $pass }
form-case-pair = { $who } – { $whom }
form-case-skin = { $who }, in de huid van { $whom }
form-case-elsewhere = Elders gezegd
form-case-filled = { $filled } van { $all }
form-case-home = Ronde { $pass }: de eigen groep
form-case-visit = Ronde { $pass }: de groep van tafel { $table }
form-case-own-sheet = Ronde { $pass }: het eigen vel
form-case-sheet = Ronde { $pass }: het vel van tafel { $table }
form-rotate-people = Na elke ronde gaat iedereen een tafel verder; wat gezegd is blijft hier.
form-rotate-host = Na elke ronde gaat iedereen een tafel verder. De gastheer of gastvrouw blijft en vertelt wat er gezegd is.
form-rotate-sheets = Na elke ronde gaat het vel een tafel verder; de mensen blijven zitten.
form-carried = van { $date }
form-card = Kaart: { $text }
form-only-voiced = Alleen voor de partij in wier naam het gezegd is.
form-only-addressee = Alleen voor de partij aan wie het gericht is.
form-only-minority = Alleen voor wie in de minderheid was.
form-only-listeners = Alleen voor wie luisterde.
form-only-parties = Alleen voor { $parties }.
form-hidden-list = Verborgen tot het getoond wordt (F7).
form-open-exactly = Gevraagd: precies { $wanted }. Nu: { $count }.

# Matrix
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

# vote
form-vote-what = Keuze
form-vote-table = de tafel
form-vote-stickers = Stickers
form-vote-hands = Stemmen
form-vote-given = heeft gestemd
form-vote-chosen = gekozen
form-vote-tied = gelijk
form-vote-place = nr. { $place }
form-vote-and = { $rest } en { $last }
form-vote-more = nog { $count }
form-vote-hint-count = Typ het aantal, bijvoorbeeld 4; spatie telt er een bij
form-vote-hint-stickers = Typ de nummers, bijvoorbeeld { $example }; - stemt niet
form-vote-hint-ranking = Typ de nummers op volgorde, bijvoorbeeld { $example }; - stemt niet
form-vote-hint-one = Typ het nummer, bijvoorbeeld { $example }; - stemt niet
form-vote-nothing = Er valt nog niets te kiezen.
form-vote-none = Er is nog niet gestemd.
form-vote-waiting = Nog geen stem van { $names }.
form-vote-left = { $voter } ({ $count })
form-vote-left-stickers = Nog stickers over: { $names }.
form-vote-left-places = Nog plaatsen over: { $names }.
form-vote-absent = Stemt niet: { $names }.
form-vote-exactly = Gevraagd zijn er precies { $wanted }; zonder gelijke stand zijn er { $count } gekozen.
form-vote-outcome = Gekozen: { $names }.
form-vote-shared = Gedeeld: { $names } delen plaats { $place }.
form-vote-to-choose = { $count ->
    [one] Daaruit is er nog 1 te kiezen.
   *[other] Daaruit zijn er nog { $count } te kiezen.
}
form-vote-robust = Ook zonder een van de stemmen blijft de uitkomst gelijk.
form-vote-fragile = De uitkomst hangt aan één stem.
form-vote-gap = Niets gekregen: { $names }.
form-vote-consensus = Van iedereen iets gekregen: { $names }.
form-vote-no-consensus = Niets kreeg iets van iedereen.
form-vote-pool = Geteld over { $count } tafels samen.
form-vote-sum = Samen { $count }.
form-vote-overspent = Er zijn { $given } stickers geteld; { $people } mensen hebben er samen { $most }.
form-vote-hidden-complete = Verborgen tot iedereen gestemd heeft: { $count } van { $all }.
form-vote-hidden-shown = Verborgen tot je het laat zien; gestemd: { $count }.
form-vote-hidden-names = Wie wat koos blijft verborgen; gestemd: { $count } van { $all }.
form-vote-hidden-private = Verborgen; gestemd: { $count } van { $all }.
form-vote-reveals = Nu is te zien wat er gekozen is.
form-vote-shown = Het is al te zien.
form-vote-not-hidden = Hier is niets dat je kunt laten zien.
form-vote-blind = Dit is verborgen: typ de hele keuze van deze plek.
form-vote-no-pass = Dit wordt maar één keer gedaan.
form-vote-pass-begins = Ronde { $pass } begint; wat eerder gegeven is, blijft bewaard.
form-vote-pass = Ronde { $pass }.
form-vote-pass-of = Ronde { $pass } van hoogstens { $most }.
form-vote-pass-enough = Ronde { $pass }: dit kan zo klaar zijn.
form-vote-pass-last = Ronde { $pass }, de laatste; lukt het niet: parkeer het.
form-vote-pass-then = Ronde { $pass }, de laatste; lukt het niet: { $otherwise }
form-vote-replaced = { $voter } had eerst: { $was }
form-vote-no-voter = Er is geen { $nth }e stem; er zijn er { $count }.
form-vote-no-count = “{ $word }” is geen aantal dat hier past.
form-vote-wrong-word = “{ $word }” is geen nummer; kies van 1 tot en met { $items }.
form-vote-wrong-number = Er is geen nummer { $number }; kies van 1 tot en met { $items }.
form-vote-wrong-letter = De letter “{ $letter }” is er niet: { $letters }.
form-vote-wrong-bare = Zet achter { $number } de letter: { $letters }.
form-vote-over = Dat zijn { $given } stickers; iedereen heeft er { $budget }.
form-vote-over-kind = Dat zijn { $given } keer “{ $kind }”; iedereen heeft er { $budget }.
form-vote-over-ranking = Dat zijn { $given } nummers; de lijst heeft { $budget } plaatsen.
form-vote-over-item = Op nummer { $number } zitten er dan { $given }; hoogstens { $most } mag.
form-vote-twice = Nummer { $number } staat al in de lijst.
form-vote-only-one = Kies er één.

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

# judge
form-judge-then = Toen: { $was }
form-judge-then-now = Toen { $was }, nu { $now }
form-judge-value = oordeel
form-judge-fine = geen bezwaar
form-judge-concern = zorg
form-judge-objection = bezwaar
form-judge-objections = { $count ->
    [one] 1 bezwaar
   *[other] { $count } bezwaren
}
form-judge-concerns = { $count ->
    [one] 1 zorg
   *[other] { $count } zorgen
}
form-judge-nobody = Van geen van de partijen
form-judge-other-table = andere tafel
form-judge-span = { $from } tot { $to }
form-judge-mean = gem. { $mean }
form-judge-sum = som { $sum }
form-judge-of = { $count } van { $all } { $what }
form-judge-more = { $names } en nog { $count }
form-judge-reached = gehaald
form-judge-contested = verdeeld
form-judge-veto = veto
form-judge-veto-by = Veto van { $who }.
form-judge-extremes = { $count } waarden, van { $low } tot { $high }
form-judge-robust = Blijft zo als één stem wegvalt.
form-judge-fragile = Wordt anders als één stem wegvalt.
form-judge-reasons-hidden = { $count ->
    [one] • 1 reden, nog niet getoond
   *[other] • { $count } redenen, nog niet getoond
}
form-judge-card = Kaart: { $card }
form-judge-only-voiced = De partij zelf zegt wat ze vindt van wat in haar naam is gezegd.
form-judge-only-addressee = Alleen de partij aan wie het gericht is, geeft antwoord.
form-judge-only-minority = Alleen wie in de minderheid was, geeft een oordeel.
form-judge-only-listeners = Alleen wie luisterde, geeft een oordeel.
form-judge-pool = { $count ->
    [one] Geteld over 1 tafel.
   *[other] Geteld over { $count } tafels samen.
}
form-judge-hidden-complete = { $filled } van { $all } compleet. De waarden zijn te zien als alles er is.
form-judge-hidden-reveal = { $filled } van { $all } compleet. De waarden zijn te zien als je ze toont.
form-judge-hidden-private = { $filled } van { $all } compleet. De waarden blijven van wie ze gaf.
form-judge-vetoed = Veto op: { $what }
form-judge-divided = Verdeeld over { $count } van { $all }: { $what }
form-judge-objected = Bezwaar bij { $count } van { $all }: { $what }
form-judge-agreed = Eens over { $count } van { $all }.
form-judge-enough = { $count } van { $all } { $count ->
    [one] haalt
   *[other] halen
} { $threshold }.
form-judge-top = Bovenaan: { $what } ({ $mean }).
form-judge-top-robust = Dat blijft zo als één stem wegvalt.
form-judge-top-fragile = Dat wordt anders als één stem wegvalt.
form-judge-gap = Niemand koos: { $what }
form-judge-over-consent = Er zijn geen bezwaren meer.
form-judge-over-consensus = De waarden liggen dicht bij elkaar.
form-judge-over-complete = Alles heeft een waarde.
form-judge-park = parkeer wat nog openstaat
form-judge-last = { $count ->
    [one] Na 1 ronde: { $otherwise }.
   *[other] Na { $count } rondes: { $otherwise }.
}
form-judge-again = Pas het aan en begin een nieuwe ronde.
form-judge-pass-divided = verdeeld over { $count } van { $all }
form-judge-no-rows = Er is nog niets om te beoordelen.
form-judge-no-voices = Er is niemand die hier een waarde geeft. Voeg eerst een partij toe.
form-judge-stays-private = Dit blijft van wie het gaf en wordt nergens getoond.
form-judge-nothing-hidden = Hier is niets verborgen.
form-judge-one-pass = Dit gaat in één keer: er is geen volgende ronde.
form-judge-pass-empty = In deze ronde is nog niets gegeven.
form-judge-all-gave = Iedereen gaf hier al iets. Typ de hele rij opnieuw.
form-judge-too-many = { $most ->
    [one] Hier past 1 waarde; er staan er { $count }.
   *[other] Hier passen { $most } waarden; er staan er { $count }.
}
form-judge-kept = { $count ->
    [one] 1 waarde bewaard, uit het zicht.
   *[other] { $count } waarden bewaard, uit het zicht.
}
form-judge-type-hidden = De waarden zijn uit het zicht. Typ wat het wordt.
form-judge-type-nameless = Hier staat niet wie wat gaf. Typ de hele rij opnieuw.
form-judge-wrong = “{ $typed }” past hier niet. { $how }
form-judge-wrong-outside = “{ $typed }” ligt buiten de schaal van { $scale }.
form-judge-wrong-step = “{ $typed }” ligt tussen twee waarden: de schaal van { $scale } gaat met stappen van { $step }.
form-judge-wrong-half = Hier horen twee cijfers bij elkaar: eerst →, dan ↑.
form-judge-wrong-either = Dat kan { $one } of { $other } zijn. Typ een letter meer.
form-judge-how-number = Typ een cijfer van { $from } tot { $to }; met : een notitie.
form-judge-how-numbers = Typ een rij van { $from } tot { $to }: 7 8 6 - 9. Een - is afwezig, met : een notitie.
form-judge-how-zone = Typ een nummer of de eerste letters; met : een notitie.
form-judge-how-zones = Typ een rij nummers: 1 2 - 1. Een - is afwezig, met : een notitie.
form-judge-how-ring = Typ het nummer van de ring: 2. Met : een notitie.
form-judge-how-sector = Typ ring en sector: 2b. Met : een notitie.
form-judge-how-axes = Typ twee cijfers van 1 tot 5: eerst →, dan ↑. Met : een notitie.
form-judge-how-yes = Typ j of n; met : de reden.
form-judge-how-yes-row = Typ een rij: j n j -. Een - is afwezig, met : de reden van de laatste.
form-judge-how-consent = Typ j (geen bezwaar), z (zorg) of n (bezwaar); met : de reden.
form-judge-how-consent-row = Typ een rij: j z n -, met : de reden van het laatste bezwaar.
form-judge-open-filled = { $count ->
    [one] Bij 1 van { $all } ontbreekt nog een waarde.
   *[other] Bij { $count } van { $all } ontbreekt nog een waarde.
}
form-judge-open-reasons = { $count ->
    [one] Bij 1 waarde ontbreekt nog de reden.
   *[other] Bij { $count } waarden ontbreekt nog de reden.
}
form-judge-open-objections = { $count ->
    [one] Er is nog 1 bezwaar.
   *[other] Er zijn nog { $count } bezwaren.
}
form-judge-mirror = De spiegel: gezegd in iemands naam, naast wat die partij zelf zei
form-judge-mirror-party = Partij
form-judge-mirror-said = In haar naam gezegd
form-judge-mirror-mark = Wat zij daarvan vindt
form-judge-mirror-own = Wat zij zelf zei

# assign
form-assign-what = Wie of wat
form-assign-where = Gaat naar
form-assign-more = nog { $count }
form-assign-drawn = Geloot voor { $count }.
form-assign-moved = Ronde { $pass }: iedereen naar de volgende.
form-assign-missed = Geen plek meer voor { $names }.
form-assign-missed-own = Zonder eigen partij lukt het niet voor { $names }.
form-assign-not-drawn = Er is nog niet geloot.
form-assign-none = Er is nog niets verdeeld.
form-assign-nothing = Er valt nog niets te verdelen.
form-assign-nowhere = Nog niet verdeeld: { $names }.
form-assign-over = Te veel bij { $place }: { $count }, hoogstens { $most }.
form-assign-own = Heeft zichzelf of de eigen partij: { $names }.
form-assign-own-short = eigen
form-assign-free = Nog vrij: { $names }.
form-assign-pass = Ronde { $pass }.
form-assign-pass-of = Ronde { $pass } van hoogstens { $most }.
form-assign-no-draw = Hier wordt niet geloot: typ een nummer.
form-assign-no-pass = Dit wordt maar één keer gedaan.
form-assign-unknown = “{ $word }” is er niet; kies van 1 tot en met { $count }.
form-assign-doubt = “{ $word }” kan meer zijn: { $names }.
form-assign-too-many = Dat zijn er { $count }; hier passen er { $slots }.
form-assign-only-own = Er is alleen de eigen partij.
form-assign-hint = Typ een nummer of de eerste letters; - haalt weg
form-assign-hint-draw = Ctrl+R loot; of typ een nummer
form-assign-hint-again = Ctrl+R loot opnieuw; of typ een nummer
form-assign-hint-start = Ctrl+R verdeelt; of typ een nummer
form-assign-hint-rotate = Ctrl+E schuift door; of typ een nummer
