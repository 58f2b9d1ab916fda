# Moeite met bestanden: wat er gebeurde, met welk bestand, wat veilig is, en wat je doet.

store-no-space = De schijf is vol: { $file } past er niet meer op. Maak ruimte en probeer het opnieuw.

store-deed-read = Kan { $file } niet lezen.
store-deed-write = Kan { $file } niet schrijven.
store-deed-sync = Kan { $file } niet veiligstellen op de schijf.
store-deed-rename = Kan { $file } niet vervangen.
store-deed-lock = Kan { $file } niet op slot zetten.
store-deed-create-folder = Kan de map { $file } niet maken.
store-deed-remove = Kan { $file } niet opruimen.
store-deed-set-aside = Kan { $file } niet apart zetten.

store-io-not-found = Het bestaat niet (meer); kijk of de schijf of stick er nog in zit.
store-io-denied = Je hebt er geen rechten voor; geef jezelf rechten op de map, of kies een andere met --data.
store-io-read-only = De schijf is alleen te lezen; kies een andere map met --data.
store-io-in-the-way = Er staat iets anders op die plek; geef dat een andere naam.
store-io-other = Het systeem zegt: { $reason }.
store-unwritable = Het programma maakte een fout: { $reason }.
store-outside = Het ligt buiten { $root }, en daar leest en schrijft het programma niet.
store-not-a-file = Het is geen gewoon bestand; geef het een andere naam.

store-safe-nothing-lost = Er is niets veranderd.
store-safe-file-untouched = Het bestand op de schijf is zoals het was.
store-safe-new-in-place = Het nieuwe bestand staat er; sluit de computer gewoon af, en niet met de knop.
store-safe-earlier-kept = Alles van daarvoor is bewaard.
store-safe-not-yet-on-disk = Het staat in het bestand; sluit de computer gewoon af, en niet met de knop.

store-newer = { $file } is van een nieuwere aantafel en is met rust gelaten. Neem een nieuwere versie om het te lezen.
store-damaged =
    { $count ->
        [one] Eén inbreng eruit is terug
       *[other] { $count } keer inbreng eruit is terug
    }, met alles uit het logboek; het bestand blijft als kopie bewaard. Kijk de tafel na.
store-torn = { $file } breekt af in regel { $line }, zoals na een stroomstoring. Alles ervoor is er; kijk je laatste woorden na.
store-lines = In { $file } { $count ->
        [one] is één regel onleesbaar
       *[other] zijn { $count } regels onleesbaar
    }, vanaf regel { $line }. De andere zijn gelezen en het bestand blijft bewaard; kijk de tafel na.
store-no-such-table = { $file } is van een tafel die niet kan bestaan en is niet gelezen. Geef het een nummer van 1 tot 200.
store-too-many = In { $file } staat te veel: { $count } stuks zijn niet gelezen. Het bestand blijft als kopie bewaard.

store-no-sessions = Er zijn nog geen sessies. Maak er een met aantafel new.
store-nothing = Er is geen sessie “{ $name }”. Bekijk ze met aantafel list.
store-several = “{ $name }” kan meer sessies betekenen: { $ids }. Typ meer van de naam.
store-busy = { $who } heeft deze tafel open sinds { $since }. Sluit haar daar, of kies een andere tafel.
store-busy-unknown = Een ander venster heeft deze tafel open. Sluit haar daar, of kies een andere tafel.

store-gone = Het is weg of vervangen terwijl het open was; kijk of de schijf of stick er nog in zit.
store-safe-in-memory = Alles staat in het geheugen, ook wat eerder was geschreven.
store-brief-full = De schijf is vol ({ $file }).
store-brief-not-found = Het bestand of de map is weg ({ $file }).
store-brief-denied = Je mag daar niet schrijven ({ $file }).
store-brief-read-only = De schijf is alleen te lezen ({ $file }).
store-brief-in-the-way = Er staat iets anders op die plek ({ $file }).
store-brief-other = De schijf geeft een fout ({ $file }).
store-brief-mistake = Het bestand past niet bij dit programma ({ $file }).
store-brief-outside = Het wijst buiten de map met gegevens ({ $file }).
store-brief-gone = Het bestand is weg of vervangen ({ $file }).
store-brief-busy = Een ander venster heeft deze tafel open.
store-ahead-minutes = De klok van { $device } loopt { $count } minuten voor op die van deze computer. Wat daar is gezegd, telt als later. Zet beide klokken gelijk.
store-ahead-hours = De klok van { $device } loopt { $count } uur voor op die van deze computer. Wat daar is gezegd, telt als later. Zet beide klokken gelijk.
store-ahead-days = De klok van { $device } loopt { $count } dagen voor op die van deze computer. Wat daar is gezegd, telt als later. Zet beide klokken gelijk.
store-session-gone = De map van { $session } is weg. Er is een reservekopie: aantafel restore { $session } haalt haar terug.
store-put-back-minutes = Wat op deze computer is gezegd, kreeg een tijd die { $count } minuten voorloopt op de klok van nu. De volgorde blijft goed. Kijk of de klok nu goed staat.
store-put-back-hours = Wat op deze computer is gezegd, kreeg een tijd die { $count } uur voorloopt op de klok van nu. De volgorde blijft goed. Kijk of de klok nu goed staat.
store-put-back-days = Wat op deze computer is gezegd, kreeg een tijd die { $count } dagen voorloopt op de klok van nu. De volgorde blijft goed. Kijk of de klok nu goed staat.
store-safe-copy-opens = De sessie opent met de kopie die ervan bewaard is; kijk titel, datum en partijen na. Ga je aan een tafel zitten, dan staat het bestand er weer, en het beschadigde ernaast.
store-too-many-files = In de map { $file } staan te veel bestanden: { $count } zijn niet gelezen. Zet weg wat je niet meer gebruikt.
store-too-many-sessions = Er staan { $count } sessies in; de nieuwste { $most } worden getoond. Zet oude sessies in een andere map.
store-aside = { $count ->
        [one] Er staat een beschadigd bestand apart: { $file }
       *[other] Er staan { $count } beschadigde bestanden apart, waaronder { $file }
    }. Wat heel was, is overgenomen. Kijk de tafel na, en gooi weg wat je niet meer nodig hebt; aantafel doctor noemt ze alle.
