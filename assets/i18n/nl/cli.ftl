# De opdrachtregel: opdrachten, opties en wat ze terugzeggen.

cli-about = Leidt een living lab door zijn rondes en legt vast wat elke tafel zegt. Zonder internet.

# De hulp.
cli-usage = aantafel [OPTIES] [OPDRACHT]
cli-after = Zonder opdracht opent het programma. Meer over een opdracht: aantafel OPDRACHT --help
    Een SESSION is een id, het begin daarvan, een map, of last. Een tafel is een nummer of een naam.
cli-heading-usage = Gebruik:
cli-heading-commands = Opdrachten
cli-heading-options = Opties
cli-heading-arguments = Wat je noemt
cli-do-demo = Opent een gevulde voorbeeldsessie in een tijdelijke map. Er blijft niets van over.
cli-do-new = Maakt een sessie en drukt haar id af.
cli-do-open = Opent een sessie, bij een tafel en een ronde als je die noemt.
cli-do-list = Noemt de sessies, de nieuwste eerst.
cli-do-show = Laat zien wat er gezegd is.
cli-do-capture = Voert regels in zoals een notulist ze typt, en drukt af hoeveel.
cli-do-report = Maakt het verslag van een sessie.
cli-do-workshops = Noemt de werkvormen, toont er een of kopieert er een.
cli-do-workshops-list = Noemt de werkvormen.
cli-do-workshops-show = Toont een werkvorm: rondes, vragen, tijden, categorieën.
cli-do-workshops-copy = Zet een werkvorm in een bestand, om er je eigen van te maken.
cli-do-check = Zoekt fouten in een bestand van een werkvorm, sessie of tafel, met de plaats en wat je eraan doet.
cli-do-doctor = Kijkt na of alles klaar is: mappen, rechten, ruimte, terminal, klok.
cli-do-completions = Drukt af wat je shell nodig heeft om opdrachten aan te vullen.
cli-do-man = Drukt de handleiding af, voor man.
cli-opt-data = De map met alle sessies. Ook: AANTAFEL_DATA.
cli-opt-lang = De taal: nl of en. Ook: AANTAFEL_LANG.
cli-opt-theme = De kleuren: auto, dark, light, contrast of mono.
cli-opt-ascii = Alleen eenvoudige tekens.
cli-opt-device = De naam van dit apparaat. Ook: AANTAFEL_DEVICE.
cli-opt-quiet = Zegt alleen wat nodig is.
cli-opt-help = Toont deze hulp.
cli-opt-version = Toont de versie.
cli-opt-json = Antwoordt als JSON.
cli-opt-session = De sessie: een id, het begin daarvan, een map, of last.
cli-opt-table = De tafel: een nummer of een naam.
cli-opt-round = De ronde: haar id of haar titel.
cli-opt-tables = Het aantal tafels.
cli-opt-workshop = De werkvorm: een id of een bestand.
cli-opt-title = De titel van de sessie.
cli-opt-date = De dag, zoals je hem zegt: 12 mei, vrijdag, 2026-05-12. Anders vandaag.
cli-opt-place = De plaats.
cli-opt-party = Een partij aan tafel, met achter de naam hoeveel mensen: "Gemeente 2". Mag vaker.
cli-opt-door = De deur: regie, tafel, oogst of verslag.
cli-opt-lines = Het bestand met de regels; - is wat binnenkomt.
cli-opt-to = De vorm: docx, pdf, html of md; een verslag ook als xlsx, csv of json, om verder mee te rekenen.
cli-opt-output = Het bestand; - is het scherm. Bestaat het al, dan komt er een nummer achter.
cli-opt-copy-file = Het nieuwe bestand; - is het scherm.
cli-opt-files = De bestanden.
cli-opt-shell = bash, elvish, fish, powershell of zsh.
cli-capture-after = Zo leest capture een regel:
    == factoren           naar een andere ronde, ook als ## factoren
    == droom/droomzin     naar een ronde en een categorie daarin
    + Korte lijnen        het teken van een categorie, van welke ronde ook
    Nog een               zonder teken: dezelfde categorie als de vorige regel
    : Het werd stil.      een notitie
    Tekst @wel #geld      @ wie, @@ namens wie, # thema, & het nummer waar het onder hangt
    Bellen | Welzijn | vr kolommen achter een streep
    Lege regels tellen niet mee. Een regel die niet te plaatsen is, wordt genoemd.

# Verkeerd gebruik.
cli-wrong = Deze opdracht begrijp ik niet.
cli-wrong-command = “{ $command }” is geen opdracht.
cli-wrong-argument = “{ $argument }” hoort hier niet.
cli-wrong-missing = Er ontbreekt nog: { $argument }.
cli-wrong-empty = Achter { $argument } hoort iets te staan.
cli-wrong-value = “{ $value }” kan niet bij { $argument }.
cli-wrong-choices = Kies uit: { $choices }.
cli-wrong-twice = { $argument } kan maar één keer, of niet samen met iets anders.
cli-wrong-number = Bij { $argument } staat te veel of te weinig.
cli-wrong-utf8 = In de opdracht staan tekens die geen tekst zijn.
cli-wrong-meant = Bedoelde je { $meant }?
cli-wrong-help = Meer uitleg: aantafel --help

# Wat er niet is, of niet lukt.
cli-no-home = Ik vind geen map voor je gegevens. Noem er een met --data.
cli-no-terminal = Dit is geen terminal, dus er is geen scherm. Start aantafel in een terminal, of kijk met aantafel --help wat zonder kan.
cli-no-table = Er is geen tafel “{ $table }”. De sessie heeft tafel 1 tot en met { $count }.
cli-no-round = Er is geen ronde “{ $round }”. De rondes zijn: { $known }.
cli-no-workshop = Er is geen werkvorm “{ $workshop }”. Op de plank staan: { $known }. Een bestand kan ook.
cli-no-title = De sessie heeft een titel nodig: --title "Samen in de wijk".
cli-no-format = Een verslag als “{ $format }” kan nog niet. Wat kan: { $formats }.
cli-busy = Aan deze tafel schrijft al iemand: { $who }, sinds { $since }. Sluit die, of kies een andere tafel.
cli-busy-unknown = Aan deze tafel schrijft al een ander programma. Sluit dat, of kies een andere tafel.
cli-report-not-written = Het verslag { $file } is niet geschreven: { $why }. De sessie zelf is in orde.
cli-copy-exists = { $file } bestaat al en blijft zoals het is. Kies een andere naam.
cli-copy-failed = { $file } is niet geschreven: { $why }.

# Wat opdrachten zeggen.
cli-list-empty = Er zijn nog geen sessies. Maak er een: aantafel new living-lab --title "Samen in de wijk"
cli-workshops-own = (eigen)
cli-copied = Geschreven: { $file }
cli-check-well = { $file }: in orde
cli-capture-taken = { $count ->
    [one] 1 regel ingevoerd aan tafel { $table } van { $session }
   *[other] { $count } regels ingevoerd aan tafel { $table } van { $session }
}
cli-capture-missed = Regel { $line } is niet ingevoerd: { $why } Er staat: { $words }
cli-capture-nowhere = de ronde ervoor is niet bekend.
cli-capture-no-round = deze ronde kent de werkvorm niet. Wat eronder staat wacht op een bekende ronde.
cli-capture-no-category = deze categorie kent de ronde niet. Wat eronder staat wacht op een bekende ronde.
cli-capture-no-case = deze ronde kent die partij of casus niet. Wat eronder staat gaat naar de vorige.
cli-capture-empty = er staan geen woorden achter het teken.
cli-demo-title = Voorbeeld: samen in het dorp
cli-demo-place = Dorpshuis

# De dokter.
cli-doctor-folder = Map met gegevens
cli-doctor-folder-do = Zorg dat je in deze map mag schrijven, of kies een andere met --data.
cli-doctor-space = Vrije ruimte
cli-doctor-space-do = Maak ruimte op de schijf voordat de dag begint.
cli-doctor-terminal = Terminal
cli-doctor-terminal-do = Deze terminal kan geen scherm tonen. Neem een andere, of stel TERM goed in.
cli-doctor-no-terminal = de uitvoer gaat niet naar een terminal
cli-doctor-colours = Kleuren
cli-doctor-colours-do = Kies kleuren met --theme.
cli-doctor-colours-none = geen (NO_COLOR)
cli-doctor-locale = Taal
cli-doctor-locale-do = Stel UTF-8 in, bijvoorbeeld LANG=nl_NL.UTF-8, anders kloppen letters met een accent niet.
cli-doctor-clock = Klok
cli-doctor-clock-do = Zet de klok van de computer goed. Wat je schrijft krijgt die tijd mee.
cli-doctor-zone = Tijdzone
cli-doctor-zone-do = Zet de tijdzone van de computer goed.
cli-doctor-sessions = Sessies
cli-doctor-sessions-do = In deze sessies is iets niet in orde. De bestanden zijn niet aangeraakt. Kijk met aantafel check wat eraan scheelt.
cli-doctor-aside = Apart gezet
cli-doctor-aside-do = Dit zijn kopieën van beschadigde bestanden. Bewaar ze tot je zeker weet dat je niets mist.
cli-doctor-workshops = Eigen werkvormen
cli-doctor-workshops-do = Verbeter de fouten die hierboven staan.

# De handleiding.
cli-man-name = NAAM
cli-man-usage = GEBRUIK
cli-man-options = OPTIES
cli-man-commands = OPDRACHTEN
cli-man-keys = TOETSEN
cli-man-codes = UITKOMST
cli-man-codes-about = 0: gelukt. 1: niet gelukt, met de reden. 2: verkeerd gebruikt. 3: gelukt, maar iets is apart gezet of twijfelachtig.
cli-doctor-kept = Nog niet op zijn plek
cli-doctor-kept-do = Dit kon niet bewaard worden waar het hoort. Start aantafel en druk op Enter om het binnen te halen.
cli-do-restore = Maakt een sessie van een reservekopie, in een eigen map. Zonder sessie: welke kopieën er zijn.
cli-opt-at = op dat moment, zoals 14:32 of "12 mei 14:32"
cli-opt-backup = een sessie waarvan een reservekopie is, of het begin van de naam
cli-no-moment = “{ $at }” is geen moment. Typ een tijd zoals 14:32, of een dag en een tijd zoals "12 mei 14:32".
cli-no-backup = Van “{ $session }” is geen reservekopie{ $at }. Bekijk ze met aantafel restore.
cli-no-backups = Er zijn nog geen reservekopieën.
cli-backups-several = “{ $session }” kan meer sessies betekenen: { $ids }. Typ meer van de naam.
cli-restored = { $id } is gemaakt van de reservekopie van { $when }.
cli-backup-gone = de sessie zelf is weg
cli-unsure = { $count ->
    [one] Van één ding weet niemand hoe het toen was: het staat er zoals het nu is.
   *[other] Van { $count } dingen weet niemand hoe ze toen waren: ze staan er zoals ze nu zijn.
}
cli-doctor-backups = Reservekopieën
cli-doctor-backups-do = Haal wat weg is terug met aantafel restore en de naam ervan. Is het met opzet weg, dan hoef je niets te doen.
cli-doctor-backups-seen = { $count } van { $sessions } sessies, { $megabytes } MB, de laatste van { $when }
cli-doctor-clocks = Klokken van anderen
cli-doctor-clocks-do = Zet op alle computers de klok gelijk. Woorden die verloren van een klok die voorliep, staan er nog: F8 toont ze.

# --- import ---
cli-do-import = Haalt sessies en tafels binnen van sticks, mappen en bestanden, en toont wat er is en wat er nog mist.
cli-opt-paths = Mappen van sessies, bestanden van tafels, of sticks waar die op staan.
cli-opt-dry-run = Schrijft niets en zegt wat er zou gebeuren.
cli-import-new = { $id }: { $title }, nieuw hier
cli-import-more = { $id }: { $title }, aangevuld
cli-import-same = { $id }: { $title }, alles was er al
cli-import-would = Er is niets geschreven: zo zou het worden.
cli-import-round = ronde
cli-import-total = samen
cli-import-fresh = nieuw
cli-import-altered = { $count ->
    [one] 1 anders
   *[other] { $count } anders
  }
cli-import-empty = nog niets gezegd
cli-import-missing = mist: geen bestand van deze tafel
cli-import-lacking = Nog leeg: { $tables }.
cli-import-all = Van alle tafels is er iets.
cli-import-renamed = { $id } is hier al een andere sessie. Deze staat er nu naast, als { $now }.
cli-import-both = { $file }: twee laptops met dezelfde naam schreven hier iets anders op. Alles van allebei is bewaard.
cli-import-kept = { $file }: hier staat een andere versie; die blijft zoals ze is.
cli-import-beside = { $file }: aan deze tafel wordt nu geschreven; wat binnenkwam staat in dit bestand ernaast en telt mee.
cli-import-nothing = { $path }: hier staat geen sessie en geen bestand van een tafel.
cli-import-stray = { $path }: de sessie van deze tafel is hier niet. Haal eerst de map van de sessie binnen.
cli-import-own = { $path }: dit is de gegevensmap zelf; het is er al.

# --- seats ---
cli-do-seats = Mengt mensen over tafels en rondes en zegt wie waar zit; zonder meer: de indeling die bewaard is.
cli-opt-people = Hoeveel mensen per partij: "Gemeente 7, Welzijn 6". Anders telt wie er aan de tafels zit.
cli-opt-rounds = Over hoeveel rondes, vanaf de eerste. Anders over alle.
cli-opt-seed = Een ander getal geeft een andere indeling; hetzelfde getal dezelfde. Anders 1.
cli-opt-hosts = Aan elke tafel blijft iemand alle rondes zitten.
cli-opt-pin = Wie aan een tafel blijft: "Gemeente 3=2".
cli-opt-move = Zet iemand aan een andere tafel: "Gemeente 3=2", in de rondes die nog komen, met --round alleen in die ronde. Niemand anders verhuist.
cli-opt-late = Er komt iemand bij van deze partij, vanaf nu, met --round vanaf die ronde. Niemand anders verhuist.
cli-opt-keep = Bewaart de indeling in de sessie.
cli-seats-after = Met --people, --rounds, --seed of --hosts wordt alles opnieuw gemengd, met --remix alleen wat nog komt. Wie met --pin of --move is neergezet, blijft daar. Zonder --keep blijft in de sessie alles zoals het is.
seats-round = Ronde { $number }: { $title }
seats-card = Wie zit waar – { $title }
seats-round-head = Ronde
seats-who = Wie
seats-per-party = Per partij, met de tafel in elke ronde
seats-empty = niemand
seats-measured = { $people } mensen, { $tables } tafels, { $rounds } rondes. { $met } keer ontmoeten twee mensen elkaar voor het eerst. { $together } keer zitten twee mensen in twee rondes samen; minder dan { $least } kan niet. Te veel of te weinig van een partij aan een tafel: { $imbalance }.
seats-seed = Nog niet bewaard: dat doet --keep. Een andere indeling: --seed met een ander getal dan { $seed }.
seats-kept = Bewaard in de sessie.
seats-nobody = Zeg met --people hoeveel mensen er zijn, zoals --people "Gemeente 7, Welzijn 6".
seats-too-many = Meer dan { $most } mensen kunnen niet ingedeeld worden.
seats-too-many-rounds = De sessie heeft { $count } rondes.
seats-wrong-people = “{ $text }” is geen partij met een aantal. Typ bijvoorbeeld "Gemeente 7".
seats-wrong-place = “{ $text }” is geen stoel en tafel. Typ bijvoorbeeld "Gemeente 3=2": de derde van Gemeente aan tafel 2.
seats-no-party = Er is geen partij “{ $party }” in deze sessie.
seats-no-chair = Er is geen { $chair } in deze indeling.
seats-not-mixed = Voor ronde “{ $round }” is er geen indeling.
seats-strange = “{ $party }” is geen partij van deze sessie, dus de indeling kan niet bewaard worden. Kies een partij van de sessie, of laat --keep weg.
seats-busy = De regie is open in een ander venster ({ $who }). Sluit die, of bewaar de indeling daarna.
cli-do-screen = Laat op een groot scherm zien wat de begeleider kiest; verandert niets.
cli-opt-unpin = Wie niet meer aan een tafel hoeft te blijven: "Gemeente 3".
cli-opt-leave = Wie weggaat: "Gemeente 3", vanaf de ronde die nog komt, met --round vanaf die ronde.
cli-opt-places = Hoeveel mensen aan elke tafel passen: "8,8,6", of één getal voor alle tafels.
cli-opt-remix = Mengt de rondes die nog komen opnieuw; wat al begonnen is, blijft staan.
seats-wrong-chair = “{ $text }” is geen stoel. Typ bijvoorbeeld "Gemeente 3": de derde van Gemeente.
seats-wrong-places = “{ $text }” zijn geen plaatsen voor { $count } tafels. Geef voor elke tafel een getal, of één getal voor alle.
cli-do-sheets = Schrijft werkbladen om te printen: per tafel en ronde de vragen met hun code, en kaartjes met wie waar zit.
sheets-file = werkbladen
cli-opt-codes = Elke regel begint met de code van een werkblad: "2.4.a + tekst". Een code alleen op een regel geldt voor de regels eronder.
cli-capture-coded = { $count ->
    [one] Eén regel bewaard in { $session }.
   *[other] { $count } regels bewaard in { $session }.
}
cli-capture-at = Tafel { $table }: { $count }
cli-capture-entry = Dit is de code van een inbreng. Typ de code van een vraag, zoals 2.4.a
cli-capture-no-question = Bij deze code valt niets in te vullen. Kijk de code na op het werkblad.
cli-opt-template = Een Word-bestand (.docx) met de huisstijl: lettertypen, kleuren, kop- en voettekst. Alleen bij --to docx.
cli-opt-logo = Een logo (.png of .jpg), voor in de kop van docx, pdf of html.
cli-template-only-word = Een huisstijl (--template) kan alleen bij --to docx.
cli-logo-nowhere = In { $format } is geen plaats voor een logo. Laat --logo weg, of kies docx, pdf of html.
cli-logo-unreadable = { $file } is geen logo dat overal te tonen is. Neem een .png of .jpg van hoogstens 4 MB.

cli-sheets-no-rows = Werkbladen zijn om op te schrijven, en kunnen als: { $formats }.
cli-one-page-no-rows = Eén pagina kan niet als xlsx, csv of json: daar staat alles in. Laat --one-page weg, of kies docx, pdf, html of md.
cli-code-moved = Wat { $was } was, is nu { $now }: het staat in een andere ronde.
cli-search-no-kind = Geen enkele bijeenkomst kent de soort “{ $asked }”.
cli-search-no-party = Geen enkele bijeenkomst kent de partij “{ $asked }”.
