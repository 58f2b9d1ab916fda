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

# assign
form-assign-what = Wie of wat
form-assign-where = Gaat naar
form-assign-more = nog { $count }
form-assign-pair = { $who } krijgt { $whom }
form-assign-drawn = Geloot: { $pairs }.
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
