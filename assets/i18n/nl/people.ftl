# Namen van mensen: wie op welke stoel zit, wat een verslag daarvan zegt, en hoe ze worden vergeten.

cli-do-people = Laat zien wie op welke stoel zit, en bewaart namen in een eigen bestand.
cli-opt-add = Iemand erbij: "naam;partij" of "naam;partij;functie". Achter de partij kan het nummer van de stoel staan.
cli-opt-from = Een lijst met op elke regel naam;partij;functie, bijvoorbeeld uit een rekenblad (csv).
cli-opt-remove = Deze stoel heeft geen naam meer: "Welzijn 2".
cli-opt-names = Wat een verslag zegt van wie iets zei: full (naam), party (partij) of none (niemand).
cli-opt-until = Tot wanneer de namen bewaard mogen blijven.
cli-people-after =
    Met --table hoort de stoel bij die tafel; zonder geldt hij voor alle tafels. Namen staan alleen in people.ron.
    aantafel forget SESSION --names haalt ze weg en laat zien dat er geen meer is.
people-none = Er zijn geen namen bewaard.
people-forgotten = De namen zijn vergeten op { $date }.
people-names-full = Een verslag mag namen noemen.
people-names-party = Een verslag noemt partijen, geen namen.
people-names-none = Een verslag zegt niet wie iets zei, en ook niet van welke partij.
people-until = De namen mogen bewaard blijven tot en met { $date }.
people-overdue = De namen mochten bewaard blijven tot en met { $date }. Haal ze weg met: aantafel forget SESSION --names
people-overdue-session = { $id }: de namen mochten bewaard blijven tot en met { $date }. Haal ze weg met: aantafel forget { $id } --names
people-nobody-there = Op de stoel { $chair } staat geen naam.
people-set-aside = people.ron was beschadigd. Een kopie staat als { $path }.
people-wrong-chair = “{ $text }” is geen stoel. Schrijf de partij met een nummer, zoals “Welzijn 2”.
people-wrong-line = { $at }: hier hoort naam;partij te staan.
people-no-party = { $at }: “{ $party }” is geen partij van deze sessie.
people-unreadable = { $path } kan niet worden gelezen
people-no-text = { $path } is geen tekst in UTF-8. Bewaar de lijst als “CSV UTF-8”.
cli-opt-public = Voor iedereen: zonder namen van mensen, zonder wat geparkeerd is en zonder wat de notulist zag.
cli-opt-one-page = Op één pagina: de feiten en de sleutelinzichten.
people-too-wide = Dit verslag kan niet met --names { $asked }: voor deze sessie is { $decided } afgesproken. Verander dat met: aantafel people SESSION --names { $asked }
people-not-public = Een verslag voor iedereen noemt geen namen van mensen. Laat --public of --names full weg.

cli-do-forget = Haalt de namen van mensen uit een sessie en haar back-ups, en laat zien dat er geen meer is.
cli-opt-forget-names = De namen van mensen. Iets anders wordt niet vergeten.
cli-opt-name = Ook deze naam, bijvoorbeeld een voornaam.
cli-opt-also-in-text = Zet ook in wat er getypt is een partij of N.N. in de plaats van een naam.
cli-opt-leave-text = Laat namen staan in wat er getypt is.
cli-opt-reports = Haalt ook eerdere verslagen weg waarin een naam staat of waarin niet te kijken is.
cli-opt-yes = Doet het zonder te vragen.
cli-forget-after =
    Zonder --yes staat er alleen wat er is. Gezocht wordt naar hele namen en naar achternamen met een hoofdletter, in alle
    bytes van de map van de sessie en haar back-ups. Kopieën op een stick of een andere laptop zijn andere kopieën.
forget-somebody = N.N.
forget-nothing = Er zijn geen namen bekend om te vergeten. Noem er een met --name.
forget-sought = { $count ->
    [one] Gezocht naar 1 naam.
   *[other] Gezocht naar { $count } namen.
}
forget-place-people = namen, gaan weg
forget-place-said = in wat er getypt is
forget-place-leftover = overblijfsel, gaat weg
forget-place-report = verslag
forget-place-strange = bestand dat niet van Aan tafel is
forget-place-called = in de naam van het bestand of de map
forget-place-closed = hierin kan niet worden gekeken
forget-line = { $path }: { $kind }
forget-line-count = { $path }: { $kind }, { $count } keer
forget-line-words = { $path }: { $kind }, { $count } keer: “{ $words }”
forget-choose = Er staan namen in wat er getypt is. Kies --also-in-text (daar komt een partij of N.N. te staan) of --leave-text (zo laten). Er is nog niets veranderd.
forget-not-yet = Er is nog niets veranderd. Met --yes gebeurt het.
forget-ask = Doorgaan? Dit kan niet ongedaan worden gemaakt. [ja/nee]
forget-busy = Er wordt in deze sessie geschreven: { $why } Sluit eerst elk venster. Er is niets veranderd.
forget-done = { $rewritten ->
    [one] In 1 bestand is iets vervangen
   *[other] In { $rewritten } bestanden is iets vervangen
}, { $removed ->
    [one] 1 bestand is weg.
   *[other] { $removed } bestanden zijn weg.
}
forget-clean = Geen van deze namen staat nog in de map van de sessie of in haar back-ups.
forget-left = Hier staat nog een naam, of kan niet worden gekeken:
forget-elsewhere = Kopieën op een stick, een andere laptop of een gedeelde map zijn hier niet bij. Een schijf kan bewaren wat is gewist.
cli-doctor-names = Namen die te lang bewaard zijn
cli-doctor-names-do = Haal ze weg met aantafel forget SESSION --names, of geef een latere dag met aantafel people SESSION --until.
cli-opt-code = De code van een punt uit een verslag, zoals T2·4·07.
cli-no-code = “{ $code }” is geen code van een punt in deze sessie. Een code ziet eruit als T2·4·07.
cli-code-history = Zo werd het dit:
