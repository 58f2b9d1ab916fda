# Wat op het scherm staat: het begin, de tafel, de regie, de oogst.
# Eén bericht per sleutel, in gewone taal, met je; zonder uitroepteken.
# Getallen krijgen zelf hun punten; geef een jaartal als tekst mee.

begin-greeting-morning = Goedemorgen. Wie zitten er vandaag aan tafel?
begin-greeting-afternoon = Goedemiddag. Wie zitten er vandaag aan tafel?
begin-greeting-evening = Goedenavond. Wie zitten er vanavond aan tafel?

app-name = aan tafel
app-too-small = Het venster is te klein: maak het minstens { $width } bij { $height }. Alles is bewaard.
app-nothing-found = Niets gevonden
app-enter-adds = Enter voegt toe wat je typt
app-more = nog { $count }

begin-go-on = Verder gaan
begin-new = Nieuwe bijeenkomst
begin-back = Terugblik
begin-reading = De bijeenkomsten worden gelezen …
begin-local = alles staat op deze computer
begin-busy = nu bezig
begin-first = Kies een werkvorm en druk op Enter. Alles wat je typt wordt meteen bewaard.
begin-round = ronde { $round } van { $rounds }
begin-tables = { $count ->
    [one] 1 tafel
   *[other] { $count } tafels
}
begin-more = nog { $count } · zoek in alles met /

fresh-heading = Nieuwe bijeenkomst
fresh-alter = Gegevens van de bijeenkomst
fresh-title = Titel
fresh-date = Datum
fresh-place = Plaats
fresh-tables = Tafels
fresh-parties = Partijen
fresh-later = Zo is het goed: druk op Enter. Alles is later nog te wijzigen. Een getal achter een partij zegt met hoeveel mensen ze aan tafel zitten.
fresh-wrong-date = Deze datum begrijp ik niet. Typ bijvoorbeeld 12 mei, vrijdag of 12-5-2026.
fresh-wrong-tables = Typ een getal van 1 tot en met 200.

tafel-table = Tafel { $number }
tafel-tables = Naar welke tafel?
tafel-add-table = Tafel erbij
tafel-count = { $count ->
    [0] nog niets
    [one] 1 punt
   *[other] { $count } punten
}
tafel-half-typed = half getypte regel
tafel-saves-itself = alles wordt vanzelf bewaard
tafel-saved = bewaard { $time }
tafel-not-saved = niet bewaard sinds { $time }
tafel-quit-unsaved = Nog niet alles is bewaard: F12 bewaart elders, Ctrl+Q sluit toch.
tafel-no-words = Er staan alleen tekens, nog geen woorden.
tafel-worded = { $slot }: nieuwe versie bewaard
tafel-saved-there = Bewaard bij { $round }
tafel-deleted = Verwijderd. Ctrl+Z haalt het terug.
tafel-split-where = Zet de cursor waar je wilt splitsen en druk op Ctrl+X.
tafel-aim-merge = Kies met de pijlen waarmee je dit samenvoegt, dan Enter.
tafel-aim-hang = Kies met de pijlen waar dit onder hoort, dan Enter. Nog eens hetzelfde maakt los.
tafel-aim-no = Dat kan niet: het zou onder zichzelf komen te hangen.
tafel-aim-done = Gedaan. Ctrl+Z neemt het terug.
tafel-nothing-undo = Er is niets om terug te nemen.
tafel-nothing-redo = Er is niets om opnieuw te doen.
tafel-undone = Teruggenomen: { $words }
tafel-redone = Opnieuw gedaan: { $words }
tafel-moved = Verplaatst naar { $place }
tafel-move = Waarheen met “{ $words }”?
tafel-find = Zoek aan deze tafel
tafel-add-category = Nieuwe soort: hoe heet die?
tafel-not-extendable = In deze ronde liggen de soorten vast.
tafel-sources = Om uit te kiezen: ga er met ↑ naartoe, Enter zet het in de tekst
tafel-paused = stil
tafel-ends = klaar rond { $time }
tafel-behind = { $minutes } achter op schema
tafel-at-table = Aan tafel
tafel-parked = Geparkeerd
tafel-parked-count = { $count ->
    [one] 1 punt
   *[other] { $count } punten
}
tafel-say = Zeg
tafel-sigils = Tekens aan het begin
tafel-tips = Loopt het vast
tafel-why = Waarom deze ronde
tafel-first = Typ wat je hoort en druk op Enter. Het staat dan meteen op de schijf.
tafel-rewording = wijzigen
tafel-under = bij: { $words }
tafel-hint-chosen = Enter wijzigt, gewoon typen begint een nieuwe regel

seats-title = Wie zitten er aan tafel?
seats-add = Welke partij komt erbij?

palette-title = Wat wil je doen?
help-here = Toetsen hier · F1 toont alles
help-all = Alle toetsen


where-begin = Begin
where-form = Nieuwe bijeenkomst
where-line = Tafel, op de regel
where-board = Tafel, op een bord
where-entry = Tafel, op een eerder punt
where-aim = Tafel, een punt aanwijzen
where-picker = Een lijst
where-seats = Wie zit er aan tafel
where-page = Iets om te lezen

tafel-go-round = Naar ronde { $round }: { $title }
tafel-doubts = Goed om te weten
app-panic =
    Er ging iets mis in het programma zelf. Alles wat je typte staat op de schijf; start het opnieuw en je bent waar je was.
    Hieronder staat voor de makers wat er misging.
tafel-behind-short = loopt { $minutes } uit
app-key-space = Spatie

# Als bewaren niet lukt: de balk, een andere plek, en wat er bij het volgende begin nog ligt.
tafel-bar = Niet bewaard sinds { $time }.
tafel-bar-what = Niet bewaard sinds { $time }: { $what }.
tafel-bar-files = De leesbare bestanden lopen achter sinds { $time }.
tafel-bar-said = { $count ->
    [one] 1 wijziging
   *[other] { $count } wijzigingen
}
tafel-bar-keys = { $count ->
    [one] 1 toets
   *[other] { $count } toetsen
}
tafel-bar-both = { $said } en { $keys }
tafel-bar-key = F12 bewaart op een andere plek
tafel-bar-key-middle = F12 bewaart elders
tafel-bar-key-short = F12 elders
tafel-bar-type-on = Typ gerust door.
tafel-bar-again = Het wordt vanzelf opnieuw geprobeerd.
tafel-put-back = De bestanden waren weg of vervangen. Ze staan er weer, met alles erin.
tafel-elsewhere = Waar moet alles bewaard worden? Kies, of typ een map
tafel-enter-saves-there = Enter bewaart alles in deze map
tafel-free = { $size } vrij
tafel-moved-title = Bewaard op een andere plek
tafel-moved-to = Alles staat nu in { $path }. Wat je verder typt komt daar ook. Later open je het met aantafel open en deze map.
tafel-home-unsaved = Nog niet alles is bewaard: F12 bewaart elders. Dan kun je naar het begin.
tafel-rescued = Niet alles kon bewaard worden waar het hoort. De hele bijeenkomst staat nu in { $path }. Start aantafel om het binnen te halen.
tafel-rescued-nowhere = Niet alles kon bewaard worden, ook niet ergens anders. { $why }
tafel-brought-in = Wat eerder niet bewaard kon worden is nu binnengehaald.
tafel-not-brought-in = Wat eerder niet bewaard kon worden staat nog in { $path }. { $why }
begin-kept = Nog niet op zijn plek
begin-kept-line = { $title }, van { $when }: Enter haalt het binnen
begin-kept-where = Dit kon niet bewaard worden waar het hoort. Het staat veilig in { $path }.
where-history = Hoe een punt zo werd
where-past = Tafel, zoals het was
tafel-no-backup = Er kon geen reservekopie gemaakt worden. { $why }
# --- meekijken: een ander venster schrijft aan deze tafel ---
looking-on = { $who } schrijft hier sinds { $time }; je kijkt mee
looking-on-who = { $who } schrijft hier in een ander venster; je kijkt mee
looking-on-somebody = Een ander venster schrijft hier; je kijkt mee
looking-on-goes-over = sluit het, dan schrijf jij
looking-on-held = staat klaar: { $words }
looking-status = je kijkt mee
looking-hint = Je kijkt mee. Typ om zelf te schrijven.
looking-title = Je kijkt mee
looking-what = Wat je typt gaat niet verloren. Kies waar het heen gaat:
looking-aside = Schrijf hier mee: { $table }, naast het andere venster
looking-table = Schrijf aan { $table }
looking-wait = Kijk verder; de woorden staan klaar tot je hier kunt schrijven
looking-over = Het andere venster is dicht. Je schrijft hier nu zelf verder.
looking-no-name = Er is geen naam meer vrij om mee te schrijven. Sluit een venster, of kies een andere tafel.
where-screen = Het scherm voor de zaal
code-strange = Dit is geen code van een werkblad. Typ tafel, ronde en vraag, zoals 2.4.a
code-several = Dit kan meer codes zijn: { $codes }. Zet er punten tussen.
code-no-table = Er is geen tafel { $table }. Kijk de code na op het werkblad.
code-no-round = Er is geen ronde { $round }. Kijk de code na op het werkblad.
code-no-block = Deze ronde heeft geen vraag met die letter. Kijk de code na op het werkblad.
code-no-entry = Deze inbreng is er niet. Kijk de code na in het verslag.
code-gone = Deze inbreng is verwijderd.
code-here = { $code }: { $place }
app-enter-goes = Enter gaat naar { $code }
