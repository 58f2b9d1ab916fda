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
