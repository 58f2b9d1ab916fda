# The command line: commands, options and what they answer.

cli-about = Leads a living lab through its rounds and captures what every table says. Offline.

# The help.
cli-usage = aantafel [OPTIONS] [COMMAND]
cli-after = Without a command the program opens. More about a command: aantafel COMMAND --help
    A SESSION is an id, the beginning of one, a folder, or last. A table is a number or a name.
cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-options = Options
cli-heading-arguments = What you name
cli-do-demo = Opens a filled example session in a temporary folder. Nothing of it stays.
cli-do-new = Makes a session and prints its id.
cli-do-open = Opens a session, at a table and a round if you name them.
cli-do-list = Names the sessions, newest first.
cli-do-show = Shows what was said.
cli-do-capture = Enters lines as a note-taker types them, and prints how many.
cli-do-report = Makes the report of a session.
cli-do-workshops = Names the workshops, shows one or copies one.
cli-do-workshops-list = Names the workshops.
cli-do-workshops-show = Shows a workshop: rounds, questions, times, categories.
cli-do-workshops-copy = Puts a workshop into a file, to make your own of it.
cli-do-check = Looks for mistakes in the file of a workshop, session or table, with the place and what to do.
cli-do-doctor = Looks whether all is ready: folders, rights, space, terminal, clock.
cli-do-completions = Prints what your shell needs to complete commands.
cli-do-man = Prints the manual page, for man.
cli-opt-data = The folder with all sessions. Also: AANTAFEL_DATA.
cli-opt-lang = The language: nl or en. Also: AANTAFEL_LANG.
cli-opt-theme = The colours: auto, dark, light, contrast or mono.
cli-opt-ascii = Plain characters only.
cli-opt-device = The name of this device. Also: AANTAFEL_DEVICE.
cli-opt-quiet = Says only what is needed.
cli-opt-help = Shows this help.
cli-opt-version = Shows the version.
cli-opt-json = Answers as JSON.
cli-opt-session = The session: an id, the beginning of one, a folder, or last.
cli-opt-table = The table: a number or a name.
cli-opt-round = The round: its id or its title.
cli-opt-tables = The number of tables.
cli-opt-workshop = The workshop: an id or a file.
cli-opt-title = The title of the session.
cli-opt-date = The day, as you say it: 12 May, friday, 2026-05-12. Otherwise today.
cli-opt-place = The place.
cli-opt-party = A party at the table, with how many people behind its name: "Municipality 2". Can be repeated.
cli-opt-door = The door: regie, tafel, oogst or verslag.
cli-opt-lines = The file with the lines; - is what comes in.
cli-opt-to = The format: docx, pdf, html or md; a report also as xlsx, csv or json, to compute further with.
cli-opt-output = The file; - is the screen. If it exists, a number is put behind it.
cli-opt-copy-file = The new file; - is the screen.
cli-opt-files = The files.
cli-opt-shell = bash, elvish, fish, powershell or zsh.
cli-capture-after = How capture reads a line:
    == factoren           to another round, also as ## factoren
    == droom/droomzin     to a round and a category in it
    + Short lines         the sign of a category, of whatever round
    One more              without a sign: the category of the line before
    : It fell silent.     a note
    Words @wel #money     @ who, @@ on whose behalf, # theme, & the number it hangs under
    Call | Welfare | fri  columns behind bars
    Blank lines do not count. A line that cannot be placed is named.

# Wrong use.
cli-wrong = I do not understand this command.
cli-wrong-command = “{ $command }” is not a command.
cli-wrong-argument = “{ $argument }” does not belong here.
cli-wrong-missing = This is still missing: { $argument }.
cli-wrong-empty = Something has to stand behind { $argument }.
cli-wrong-value = “{ $value }” cannot be used with { $argument }.
cli-wrong-choices = Choose from: { $choices }.
cli-wrong-twice = { $argument } can be used only once, or not together with something else.
cli-wrong-number = There is too much or too little with { $argument }.
cli-wrong-utf8 = The command holds characters that are no text.
cli-wrong-meant = Did you mean { $meant }?
cli-wrong-help = More help: aantafel --help

# What is not there, or does not work.
cli-no-home = I find no folder for your data. Name one with --data.
cli-no-terminal = This is no terminal, so there is no screen. Start aantafel in a terminal, or see with aantafel --help what can be done without.
cli-no-table = There is no table “{ $table }”. The session has tables 1 to { $count }.
cli-no-round = There is no round “{ $round }”. The rounds are: { $known }.
cli-no-workshop = There is no workshop “{ $workshop }”. On the shelf are: { $known }. A file will do as well.
cli-no-title = The session needs a title: --title "Together in the village".
cli-no-format = A report as “{ $format }” cannot be made yet. What can: { $formats }.
cli-busy = Somebody is writing at this table already: { $who }, since { $since }. Close that, or choose another table.
cli-busy-unknown = Another program is writing at this table already. Close that, or choose another table.
cli-report-not-written = The report { $file } was not written: { $why }. The session itself is fine.
cli-copy-exists = { $file } exists and stays as it is. Choose another name.
cli-copy-failed = { $file } was not written: { $why }.

# What commands say.
cli-list-empty = There are no sessions yet. Make one: aantafel new living-lab --title "Together in the village"
cli-workshops-own = (own)
cli-copied = Written: { $file }
cli-check-well = { $file }: all is well
cli-capture-taken = { $count ->
    [one] 1 line entered at table { $table } of { $session }
   *[other] { $count } lines entered at table { $table } of { $session }
}
cli-capture-missed = Line { $line } was not entered: { $why } It says: { $words }
cli-capture-nowhere = the round before it is not known.
cli-capture-no-round = the workshop has no such round. What follows waits for a round that it has.
cli-capture-no-category = the round has no such category. What follows waits for a round that is known.
cli-capture-no-case = the round has no such party or case. What follows goes to the one before.
cli-capture-empty = there are no words behind the sign.
cli-demo-title = Example: together in the village
cli-demo-place = Village hall

# The doctor.
cli-doctor-folder = Folder with data
cli-doctor-folder-do = See to it that you may write in this folder, or choose another with --data.
cli-doctor-space = Free space
cli-doctor-space-do = Make room on the disk before the day begins.
cli-doctor-terminal = Terminal
cli-doctor-terminal-do = This terminal cannot show a screen. Take another, or set TERM right.
cli-doctor-no-terminal = the output does not go to a terminal
cli-doctor-colours = Colours
cli-doctor-colours-do = Choose colours with --theme.
cli-doctor-colours-none = none (NO_COLOR)
cli-doctor-locale = Language
cli-doctor-locale-do = Set UTF-8, for example LANG=en_GB.UTF-8, or letters with accents go wrong.
cli-doctor-clock = Clock
cli-doctor-clock-do = Set the clock of the computer right. What you write carries its time.
cli-doctor-zone = Time zone
cli-doctor-zone-do = Set the time zone of the computer right.
cli-doctor-sessions = Sessions
cli-doctor-sessions-do = Something is not right in these sessions. Their files were not touched. See with aantafel check what is wrong.
cli-doctor-aside = Set aside
cli-doctor-aside-do = These are copies of damaged files. Keep them until you are sure that you miss nothing.
cli-doctor-workshops = Own workshops
cli-doctor-workshops-do = Mend the mistakes that stand above.

# The manual.
cli-man-name = NAME
cli-man-usage = USAGE
cli-man-options = OPTIONS
cli-man-commands = COMMANDS
cli-man-keys = KEYS
cli-man-codes = EXIT STATUS
cli-man-codes-about = 0: done. 1: it did not work, with the reason. 2: wrong use. 3: done, but something was set aside or is in doubt.
cli-doctor-kept = Not in its place yet
cli-doctor-kept-do = This could not be saved where it belongs. Start aantafel and press Enter to bring it in.
cli-do-restore = Makes a session of a backup, in a folder of its own. Without a session: which backups there are.
cli-opt-at = at that moment, such as 14:32 or "12 May 14:32"
cli-opt-backup = a session of which there is a backup, or how its name begins
cli-no-moment = “{ $at }” is no moment. Type a time such as 14:32, or a day and a time such as "12 May 14:32".
cli-no-backup = There is no backup of “{ $session }”{ $at }. See them with aantafel restore.
cli-no-backups = There are no backups yet.
cli-backups-several = “{ $session }” can mean several sessions: { $ids }. Type more of the name.
cli-restored = { $id } was made of the backup of { $when }.
cli-backup-gone = the session itself is gone
cli-unsure = { $count ->
    [one] Of one thing nobody knows what it was then: it is shown as it is now.
   *[other] Of { $count } things nobody knows what they were then: they are shown as they are now.
}
cli-doctor-backups = Backups
cli-doctor-backups-do = Bring back what is gone with aantafel restore and its name. If it is gone on purpose, you need not do anything.
cli-doctor-backups-seen = { $count } of { $sessions } sessions, { $megabytes } MB, the last of { $when }
cli-doctor-clocks = Clocks of others
cli-doctor-clocks-do = Set the clocks of all computers right. Words that lost to a clock that was ahead are still there: F8 shows them.

# --- import ---
cli-do-import = Brings in sessions and tables from sticks, folders and files, and shows what there is and what is missing.
cli-opt-paths = Folders of sessions, files of tables, or sticks that hold them.
cli-opt-dry-run = Writes nothing and says what would happen.
cli-import-new = { $id }: { $title }, new here
cli-import-more = { $id }: { $title }, more came in
cli-import-same = { $id }: { $title }, all of it was here
cli-import-would = Nothing was written: this is what it would become.
cli-import-round = round
cli-import-total = total
cli-import-fresh = new
cli-import-altered = { $count ->
    [one] 1 altered
   *[other] { $count } altered
  }
cli-import-empty = nothing said yet
cli-import-missing = missing: no file of this table
cli-import-lacking = Still empty: { $tables }.
cli-import-all = There is something of every table.
cli-import-renamed = { $id } is another session here already. This one now stands beside it, as { $now }.
cli-import-both = { $file }: two laptops of one name wrote different things here. All of both is kept.
cli-import-kept = { $file }: another version is here; it stays as it is.
cli-import-beside = { $file }: somebody is writing at this table now; what came in stands in this file beside theirs and counts.
cli-import-nothing = { $path }: there is no session here and no file of a table.
cli-import-stray = { $path }: the session of this table is not here. Bring in the folder of the session first.
cli-import-own = { $path }: this is the data folder itself; it is here already.

# --- seats ---
cli-do-seats = Mixes people over tables and rounds and says who sits where; without more: the seating that was kept.
cli-opt-people = How many people per party: "Council 7, Welfare 6". Otherwise those who sit at the tables count.
cli-opt-rounds = Over how many rounds, from the first. Otherwise over all.
cli-opt-seed = Another number gives another seating; the same number the same. Otherwise 1.
cli-opt-hosts = At every table somebody stays for all rounds.
cli-opt-pin = Who stays at a table: "Council 3=2".
cli-opt-move = Puts somebody at another table: "Council 3=2", in the rounds still to come, with --round in that round only. Nobody else moves.
cli-opt-late = Somebody more of this party comes, from now on, with --round from that round on. Nobody else moves.
cli-opt-keep = Keeps the seating in the session.
cli-seats-after = With --people, --rounds, --seed or --hosts all is mixed anew, with --remix only what is still to come. Whoever was placed with --pin or --move stays there. Without --keep the session stays as it is.
seats-round = Round { $number }: { $title }
seats-card = Who sits where – { $title }
seats-round-head = Round
seats-who = Who
seats-per-party = Per party, with the table in every round
seats-empty = nobody
seats-measured = { $people } people, { $tables } tables, { $rounds } rounds. { $met } times two people meet for the first time. { $together } times two people sit together in two rounds; fewer than { $least } is impossible. Too many or too few of a party at a table: { $imbalance }.
seats-seed = Not kept yet: --keep does that. Another seating: --seed with another number than { $seed }.
seats-kept = Kept in the session.
seats-nobody = Say with --people how many people there are, as in --people "Council 7, Welfare 6".
seats-too-many = More than { $most } people cannot be seated.
seats-too-many-rounds = The session has { $count } rounds.
seats-wrong-people = “{ $text }” is not a party with a number. Type for instance "Council 7".
seats-wrong-place = “{ $text }” is not a chair and a table. Type for instance "Council 3=2": the third of Council at table 2.
seats-no-party = There is no party “{ $party }” in this session.
seats-no-chair = There is no { $chair } in this seating.
seats-not-mixed = There is no seating for round “{ $round }”.
seats-strange = “{ $party }” is not a party of this session, so the seating cannot be kept. Choose a party of the session, or leave out --keep.
seats-busy = The facilitator's screen is open in another window ({ $who }). Close it, or keep the seating afterwards.
cli-do-screen = Shows on a large screen what the facilitator chooses; alters nothing.
cli-opt-unpin = Who need no longer stay at a table: "Council 3".
cli-opt-leave = Who leaves: "Council 3", from the round that is still to come, with --round from that round on.
cli-opt-places = How many people fit at each table: "8,8,6", or one number for all tables.
cli-opt-remix = Mixes the rounds that are still to come anew; what was begun stands.
seats-wrong-chair = “{ $text }” is no chair. Type for instance "Council 3": the third of Council.
seats-wrong-places = “{ $text }” are no places for { $count } tables. Give a number for every table, or one for all.
cli-do-sheets = Writes sheets to print: the questions with their codes for every table and round, and cards with who sits where.
sheets-file = sheets
cli-opt-codes = Every line begins with the code of a sheet: "2.4.a + text". A code alone on a line holds for the lines below it.
cli-capture-coded = { $count ->
    [one] One line saved in { $session }.
   *[other] { $count } lines saved in { $session }.
}
cli-capture-at = Table { $table }: { $count }
cli-capture-entry = This is the code of an entry. Type the code of a question, such as 2.4.a
cli-capture-no-question = There is nothing to fill in at this code. Look at the code on the sheet again.
cli-opt-template = A Word file (.docx) with the house style: fonts, colours, header and footer. Only with --to docx.
cli-opt-logo = A logo (.png or .jpg), for the head of docx, pdf or html.
cli-template-only-word = A house style (--template) only goes with --to docx.
cli-logo-nowhere = { $format } has no place for a logo. Leave out --logo, or choose docx, pdf or html.
cli-logo-unreadable = { $file } is no logo that can be shown everywhere. Take a .png or .jpg of at most 4 MB.

cli-sheets-no-rows = Sheets are for writing on, and can be: { $formats }.
cli-one-page-no-rows = One page cannot be xlsx, csv or json: those hold everything. Leave out --one-page, or choose docx, pdf, html or md.
cli-code-moved = What was { $was } is { $now } now: it stands in another round.
cli-search-no-kind = No session knows the kind “{ $asked }”.
cli-search-no-party = No session knows the party “{ $asked }”.
