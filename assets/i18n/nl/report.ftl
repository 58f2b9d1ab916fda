# Het verslag: koppen, tabellen en bijschriften.

report-tables = { $count ->
    [one] 1 tafel
   *[other] { $count } tafels
}
report-what = Wat
report-lacking = nog open
report-withheld = { $count ->
    [one] Hier is 1 regel weggelaten: vertrouwelijk, of niet voor het verslag.
   *[other] Hier zijn { $count } regels weggelaten: vertrouwelijk, of niet voor het verslag.
}

# Het hoofd.
report-workshop = Werkvorm
report-date = Datum
report-place = Plaats
report-parties = Partijen
report-party-seats = { $party } ({ $count })
report-size = Omvang
report-entries = { $count ->
    [one] 1 inbreng
   *[other] { $count } keer inbreng
}
report-agreements = Afspraken
report-agreements-count = { $count ->
    [one] 1 afspraak
   *[other] { $count } afspraken
}
report-no-owner = { $count } zonder trekker
report-no-date = { $count } zonder datum
report-made = Verslag gemaakt op
report-rounds = Hoe we werkten
report-round = Ronde
report-question = Vraag
report-method = Werkwijze
report-group-alone = ieder voor zich
report-group-pair = in tweetallen
report-group-four = in viertallen
report-group-table = aan tafel
report-group-plenary = met de hele zaal
report-group-ring = in een kring

# Per tafel.
report-table = Tafel { $number }
report-table-named = Tafel { $number } – { $name }
report-table-empty = Aan deze tafel is niets vastgelegd.
report-round-empty = In deze ronde is niets vastgelegd.
report-unanswered = Hier is geen antwoord op vastgelegd.
report-unknown = Buiten de werkvorm
report-unknown-about = Dit is gezegd in een onderdeel dat de werkvorm niet meer kent. Er is niets weggelaten.
report-parked = Geparkeerd

# the file itself
report-contents = Inhoud
report-skip = Naar de inhoud
report-page = pagina { $page } van { $pages }
report-format-docx = Word
report-format-pdf = PDF
report-format-html = Webpagina
report-format-md = Markdown
report-refused = Dit verslag kon niet in deze vorm worden gemaakt: { $why }. Kies een andere vorm.
report-template-not-word = De huisstijl is geen Word-bestand (.docx). Sla hem in Word op als .docx en probeer het opnieuw.
report-template-broken = De huisstijl is beschadigd en niet te lezen. Open hem in Word, sla hem op en probeer het opnieuw.
report-template-large = De huisstijl is te groot om te gebruiken. Haal grote afbeeldingen eruit.
report-template-macros = De huisstijl heeft macro’s. Sla hem in Word op als .docx, zonder macro’s.
paper-about = Waarover dit gaat:
paper-fill = Wat er uitkwam
sheets-title = Werkbladen – { $title }
sheets-how = Schrijf één punt per regel, in de woorden van de tafel. Wie iets zei, mag erachter: @ en de partij. Bij elke vraag staat een code, zoals { $code }: tafel, ronde en vraag. Daarmee komt het later op de goede plek: typ de code in het programma (Ctrl+T), of zet hem voor de regel en gebruik aantafel capture --codes.
sheets-sheet = { $table } · ronde { $round }: { $title }
sheets-minutes = { $minutes } minuten
sheets-here = Aan deze tafel: { $seats }
sheets-why = Waarom: { $why }
sheets-notes = Sfeer, letterlijke woorden en wat er verder bij hoort
sheets-cards = Kaartjes: wie zit waar
sheets-cut = Knip de regels los. Elk kaartje zegt waar iemand in elke ronde zit.
sheets-who = Wie
sheets-round = Ronde { $number }
sheets-at = ronde { $number }: { $table }
sheets-away = ronde { $number }: –
sheets-nothing = In deze workshop valt niets in te vullen.

report-party-letter = partij { $letter }
report-voices = Wie iets zei
report-voices-none = wordt in dit verslag niet gezegd. Partijen heten hier partij A, B en verder.
report-withheld-name = Niet in dit verslag
report-withheld-count = { $count ->
    [one] 1 punt
   *[other] { $count } punten
}
report-insights = Sleutelinzichten
report-insights-more = { $count ->
    [one] En nog 1.
   *[other] En nog { $count }.
}

report-subtitle = Verslag
report-footer = Verslag van { $date }
report-summary = Samenvatting
report-summary-nothing = Er is nog niets vastgelegd.
report-summary-open = De tafels legden { $count ->
    [one] 1 punt
   *[other] { $count } punten
} vast. Er zijn nog geen thema’s van gemaakt.
report-summary-counts = De tafels legden { $count ->
    [one] 1 punt
   *[other] { $count } punten
} vast. Daarvan staan er { $used } onder { $themes ->
    [one] 1 thema
   *[other] { $themes } thema’s
}, en { $unused } niet onder een thema.
report-themes = Thema’s
report-theme = Thema
report-themes-caption = Hoeveel punten elk thema heeft, per tafel
report-themes-alt = Tabel met tinten van { $themes } thema’s en { $tables } tafels. Hoe donkerder, hoe meer punten.
report-theme-reach = { $count ->
    [one] 1 punt
   *[other] { $count } punten
}, { $tables } van { $of ->
    [one] 1 tafel
   *[other] { $of } tafels
}
report-theme-merged = Hierin ook: { $names }
report-conclusion = Conclusie
report-theme-evidence = Waar dit op rust
report-theme-rest = Wat er verder is gezegd
report-theme-same = ook:
report-theme-tables = Per tafel
report-theme-parties = Per partij
report-theme-nobody = { $count } zonder partij
report-insights-quotes = Sleutelinzichten en citaten
report-votes = Stemmen en schalen
report-roles = Wie doet wat
report-mirrors = Wat anderen over ons zeiden
report-differences = Waar tafels en partijen verschillen
report-voices-heading = Wie bracht hoeveel in
report-voices-tables = Inbreng per tafel
report-voices-parties = Inbreng per partij
report-voices-measure = Punten
report-voices-notch = deel van de stoelen
report-voices-share = { $count } (naar stoelen { $share })
report-voices-nobody = { $count ->
    [one] Bij 1 punt is niet vastgelegd
   *[other] Bij { $count } punten is niet vastgelegd
} van wie het is.
report-voices-alt = Staafdiagram van { $count } staven. De langste is die van { $top }.
report-party = Partij
report-points = { $count ->
    [one] 1 punt
   *[other] { $count } punten
}
report-unused = Niet onder een thema
report-unused-about = { $count ->
    [one] Dit punt staat
   *[other] Deze { $count } punten staan
} onder geen enkel thema.
report-everything = Alles wat er is gezegd
report-everything-about = Hierna staat per tafel en per ronde wat er is gezegd, in de woorden van de tafel en in de volgorde waarin het is vastgelegd. Bij elke regel staat een code: tafel, ronde en nummer.
report-everything-one = Hierna staat per ronde wat er aan deze tafel is gezegd, in de woorden van de tafel en in de volgorde waarin het is vastgelegd. Bij elke regel staat een code: tafel, ronde en nummer.
report-summary-top = Dit viel per tafel op:
report-format-xlsx = Excel
report-format-csv = CSV
report-format-json = JSON
data-sheet-entries = Inbreng
data-sheet-judgements = Oordelen
data-sheet-agreements = Afspraken
data-sheet-votes = Stemmen
data-sheet-themes = Thema’s
data-sheet-rounds = Rondes
data-sheet-about = Over dit bestand
data-code = Code
data-codes = Codes
data-round-title = Naam van de ronde
data-block = Onderdeel
data-label = Soort
data-words = Gezegd
data-by = Wie zei het
data-in-name-of = Namens
data-answers = Hoort bij
data-other = Verder
data-themes = Thema’s
data-same = Zegt hetzelfde
data-theme = Thema
data-key = Sleutelinzicht
data-quote = Citaat
data-parked = Geparkeerd
data-lesson = Les
data-status = Status
data-time = Tijd
data-item = Waarover
data-criterion = Waarop
data-judged-by = Van wie
data-by-table = de tafel
data-pass = Keer
data-value = Waarde
data-number = Getal
data-reason = Waarom
data-about-when = Wanneer, in woorden
data-lacks = Nog nodig
data-lacks-who = wie trekt
data-lacks-when = een datum
data-since = Open sinds
data-place = Plaats
data-chosen = Gekozen
data-voters = Stemmers
data-conclusion = Wat is geleerd
data-evidence = Bewijs
data-minutes = Minuten
data-form = Vorm
data-what = Wat
data-title = Bijeenkomst
data-tables = Tafels
data-tables-empty = Tafels waar niets is vastgelegd
data-audience = Voor wie
data-public = iedereen
data-internal = wie erbij was
data-withheld = Niet hierin: vertrouwelijk of niet voor het verslag
data-private = Niet hierin: de vraag beloofde dat
data-not-public = Niet hierin: geparkeerd of notitie
data-hidden = Niet hierin: borden die nog verborgen zijn
data-format = Versie van deze indeling
data-comment = Gemaakt door aantafel, indeling { $format }.
data-goes-on = vervolg van { $code }
report-theme-silent = { $some }. Niet genoemd: { $none }
report-votes-more = { $count ->
    [one] En nog 1 keuze, met niet meer stemmen. Die staat bij de tafel waar zij is genoemd.
   *[other] En nog { $count } keuzes, met niet meer stemmen. Die staan bij de tafel waar zij zijn genoemd.
}
report-lessons = Lessen voor een volgende keer
report-agreements-carried = { $count ->
    [one] 1 van eerder
   *[other] { $count } van eerder
}
