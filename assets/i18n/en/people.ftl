# Names of people: who sits on which chair, what a report tells of that, and how they are forgotten.

cli-do-people = Shows who sits on which chair, and keeps names in a file of their own.
cli-opt-add = Somebody more: "name;party" or "name;party;function". The number of the chair may stand behind the party.
cli-opt-from = A list with name;party;function on every line, from a spreadsheet for instance (csv).
cli-opt-remove = This chair has no name any more: "Welfare 2".
cli-opt-names = What a report tells of who said something: full (the name), party, or none (nobody).
cli-opt-until = Until when the names may be kept.
cli-people-after =
    With --table the chair is one of that table; without it counts for all tables. Names stand in people.ron only.
    aantafel forget SESSION --names removes them and shows that none is left.
people-none = No names are kept.
people-forgotten = The names were forgotten on { $date }.
people-names-full = A report may tell names.
people-names-party = A report tells parties, no names.
people-names-none = A report does not tell who said something, nor of which party.
people-until = The names may be kept up to { $date }.
people-overdue = The names could be kept up to { $date }. Remove them with: aantafel forget SESSION --names
people-overdue-session = { $id }: the names could be kept up to { $date }. Remove them with: aantafel forget { $id } --names
people-nobody-there = There is no name on the chair { $chair }.
people-set-aside = people.ron was damaged. A copy stands as { $path }.
people-wrong-chair = “{ $text }” is not a chair. Write the party with a number, as in “Welfare 2”.
people-wrong-line = { $at }: name;party is expected here.
people-no-party = { $at }: “{ $party }” is not a party of this session.
people-unreadable = { $path } cannot be read
people-no-text = { $path } is not text in UTF-8. Save the list as “CSV UTF-8”.
cli-opt-public = For everybody: without names of people, without what was parked and without what the note-taker saw.
cli-opt-one-page = On one page: the facts and the key insights.
people-too-wide = This report cannot have --names { $asked }: { $decided } was agreed for this session. Change that with: aantafel people SESSION --names { $asked }
people-not-public = A report for everybody tells no names of people. Leave out --public or --names full.
