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

cli-do-forget = Removes the names of people from a session and its backups, and shows that none is left.
cli-opt-forget-names = The names of people. Nothing else is forgotten.
cli-opt-name = This name as well, a first name for instance.
cli-opt-also-in-text = Puts a party or N.N. in the place of a name in what was typed, too.
cli-opt-leave-text = Leaves names in what was typed.
cli-opt-reports = Removes earlier reports as well in which a name stands, or that cannot be looked into.
cli-opt-yes = Does it without asking.
cli-forget-after =
    Without --yes it only says what there is. It looks for whole names and for last names with a capital, in all bytes of
    the folder of the session and its backups. Copies on a stick or another laptop are other copies.
forget-somebody = N.N.
forget-nothing = No names are known to forget. Name one with --name.
forget-sought = { $count ->
    [one] Looked for 1 name.
   *[other] Looked for { $count } names.
}
forget-place-people = names, will go
forget-place-said = in what was typed
forget-place-leftover = left over, will go
forget-place-report = report
forget-place-strange = a file that is not of Aan tafel
forget-place-called = in the name of the file or folder
forget-place-closed = cannot be looked into
forget-line = { $path }: { $kind }
forget-line-count = { $path }: { $kind }, { $count } times
forget-line-words = { $path }: { $kind }, { $count } times: “{ $words }”
forget-choose = Names stand in what was typed. Choose --also-in-text (a party or N.N. is put there) or --leave-text (left as it is). Nothing has been changed yet.
forget-not-yet = Nothing has been changed yet. With --yes it will be.
forget-ask = Go on? This cannot be undone. [yes/no]
forget-busy = Somebody is writing in this session: { $why } Close every window first. Nothing has been changed.
forget-done = { $rewritten ->
    [one] Something was replaced in 1 file
   *[other] Something was replaced in { $rewritten } files
}, { $removed ->
    [one] 1 file is gone.
   *[other] { $removed } files are gone.
}
forget-clean = None of these names stands in the folder of the session or in its backups any more.
forget-left = A name still stands here, or it cannot be looked into:
forget-elsewhere = Copies on a stick, another laptop or a shared folder are not in this. A disk may keep what was erased.
cli-doctor-names = Names that were kept too long
cli-doctor-names-do = Remove them with aantafel forget SESSION --names, or give a later day with aantafel people SESSION --until.
cli-opt-code = The code of an entry in a report, such as T2·4·07.
cli-no-code = “{ $code }” is not the code of an entry in this session. A code looks like T2·4·07.
cli-code-history = How it became this:
