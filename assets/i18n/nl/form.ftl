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
form-flag-lesson = les
