# Looking back: search, lessons, agreements.
cli-do-search = Zoekt in alles wat ooit bewaard is.
cli-do-lessons = Noemt de lessen uit alle sessies.
cli-do-agreements = Noemt de afspraken uit alle sessies, en wat ervan kwam.
cli-opt-search-words = Woorden die samen in één regel staan. Tussen aanhalingstekens: letterlijk zo.
cli-opt-kind = Van welk soort: een categorie, of sleutelinzicht, citaat, afspraak (loopt, ligt stil, gedaan), geparkeerd, les.
cli-opt-search-party = Van of over deze partij.
cli-opt-since = Vanaf deze dag.
cli-opt-search-place = Waar de sessie was.
cli-opt-literal = Zoekt alle woorden samen, letterlijk.
cli-opt-open = Alleen wat nog open staat.
cli-search-after =
    Alle woorden moeten in één regel staan. Een woord vindt ook zijn andere vormen (huis vindt
    huizen) en langere woorden waar het in zit (water vindt drinkwater). Hoofdletters en accenten
    tellen niet. Vindt het niets, dan zoekt het nog eens, met een typefout per woord.
cli-search-what = Typ wat je zoekt, of kies met --kind, --party, --since of --place.
cli-search-nothing = Niets gevonden.
cli-search-typos = Zo staat het nergens. Dit lijkt erop:
cli-agreements-none = Er zijn geen afspraken.
cli-lessons-none = Er zijn nog geen lessen. Zet aan tafel bij een inbreng dat het een les is (Alt+L).
search-harvest = oogst
agreement-state-made = gemaakt
agreement-state-going = loopt
agreement-state-stalled = ligt stil
agreement-state-done = gedaan
agreement-state-dropped = hoeft niet meer
agreement-nobody = nog geen trekker
agreement-no-day = nog geen datum
agreement-moved = verzet, was { $before }
agreement-came-back = kwam in { $count } sessies langs
terugblik-words = woorden
terugblik-kind = soort
terugblik-party = partij
terugblik-since = vanaf
terugblik-place = plaats
terugblik-hint = typ wat je zoekt in alles wat ooit gezegd is
terugblik-literal = letterlijk
terugblik-reading = { $count } van { $of } sessies gelezen
terugblik-found = { $count } { $count ->
    [one] regel
   *[other] regels
 } gevonden
terugblik-sessions = { $count } { $count ->
    [one] sessie
   *[other] sessies
 }
terugblik-wait = Nog niets gevonden in wat al gelezen is.
terugblik-nothing = Niets gevonden. Minder woorden of een ander woord helpt vaak.
terugblik-typos = Zo staat het nergens. Dit lijkt erop:
where-terugblik = Terugblik
cli-more-doubts = En nog { $count } keer iets. aantafel doctor noemt alles.
terugblik-none = Er is nog geen bijeenkomst geweest. Esc gaat terug; daar begin je er een.
agreement-made = afgesproken op { $day }
terugblik-by-date = op datum
terugblik-by-title = op titel
terugblik-by-place = op plaats
