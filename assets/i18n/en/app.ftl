# What stands on the screen: the beginning, the table, the lead, the harvest.
# One message per key, in plain language, without exclamation marks.
# Numbers get their own commas; hand over a year as text.

begin-greeting-morning = Good morning. Who is at the table today?
begin-greeting-afternoon = Good afternoon. Who is at the table today?
begin-greeting-evening = Good evening. Who is at the table tonight?

app-name = aan tafel
app-too-small = The window is too small: make it at least { $width } by { $height }. All is saved.
app-nothing-found = Nothing found
app-enter-adds = Enter adds what you type
app-more = { $count } more

begin-go-on = Go on
begin-new = New session
begin-back = Look back
begin-reading = Reading the sessions …
begin-local = everything stays on this computer
begin-busy = going on now
begin-first = Choose a workshop and press Enter. All you type is saved at once.
begin-round = round { $round } of { $rounds }
begin-tables = { $count ->
    [one] 1 table
   *[other] { $count } tables
}
begin-more = { $count } more · search everything with /

fresh-heading = New session
fresh-alter = Details of the session
fresh-title = Title
fresh-date = Date
fresh-place = Place
fresh-tables = Tables
fresh-parties = Parties
fresh-later = This is fine as it is: press Enter. Everything can be changed later. A number behind a party says how many of its people sit at a table.
fresh-wrong-date = I cannot read this date. Type for instance 12 May, Friday or 12/5/2026.
fresh-wrong-tables = Type a number from 1 to 200.

tafel-table = Table { $number }
tafel-tables = To which table?
tafel-add-table = Another table
tafel-count = { $count ->
    [0] nothing yet
    [one] 1 entry
   *[other] { $count } entries
}
tafel-half-typed = half-typed line
tafel-saves-itself = everything is saved by itself
tafel-saved = saved { $time }
tafel-not-saved = not saved since { $time }
tafel-quit-unsaved = Not everything is saved yet: F12 saves elsewhere, Ctrl+Q closes all the same.
tafel-no-words = There are only marks here, no words yet.
tafel-worded = { $slot }: new version saved
tafel-saved-there = Saved under { $round }
tafel-deleted = Deleted. Ctrl+Z brings it back.
tafel-split-where = Put the cursor where you want to split and press Ctrl+X.
tafel-aim-merge = Choose with the arrows what to merge this with, then Enter.
tafel-aim-hang = Choose with the arrows what this belongs under, then Enter. The same again sets it loose.
tafel-aim-no = That cannot be: it would hang under itself.
tafel-aim-done = Done. Ctrl+Z takes it back.
tafel-nothing-undo = There is nothing to undo.
tafel-nothing-redo = There is nothing to redo.
tafel-undone = Undone: { $words }
tafel-redone = Redone: { $words }
tafel-moved = Moved to { $place }
tafel-move = Where to with “{ $words }”?
tafel-find = Find at this table
tafel-add-category = A new kind: what is it called?
tafel-not-extendable = In this round the kinds are fixed.
tafel-sources = To choose from: go there with ↑, Enter puts it in the text
tafel-paused = paused
tafel-ends = done around { $time }
tafel-behind = { $minutes } behind
tafel-at-table = At the table
tafel-parked = Parked
tafel-parked-count = { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
tafel-say = Say
tafel-sigils = Marks to begin with
tafel-tips = If it stalls
tafel-why = Why this round
tafel-first = Type what you hear and press Enter. It is on disk at once.
tafel-rewording = reword
tafel-under = under: { $words }
tafel-hint-chosen = Enter rewords it, just typing begins a new line

seats-title = Who is at the table?
seats-add = Which party joins?

palette-title = What do you want to do?
help-here = Keys here · F1 shows all
help-all = All keys


where-begin = Begin
where-form = New session
where-line = Table, on the line
where-board = Table, on a board
where-entry = Table, on an earlier entry
where-aim = Table, pointing at an entry
where-picker = A list
where-seats = Who is at the table
where-page = Something to read

tafel-go-round = To round { $round }: { $title }
tafel-doubts = Good to know
app-panic =
    Something went wrong in the program itself. All you typed is on disk; start it again and you are where you were.
    Below stands, for its makers, what went wrong.
tafel-behind-short = { $minutes } late
app-key-space = Space

# When saving fails: the bar, another place, and what still lies there at the next start.
tafel-bar = Not saved since { $time }.
tafel-bar-what = Not saved since { $time }: { $what }.
tafel-bar-files = The readable files are behind since { $time }.
tafel-bar-said = { $count ->
    [one] 1 change
   *[other] { $count } changes
}
tafel-bar-keys = { $count ->
    [one] 1 key
   *[other] { $count } keys
}
tafel-bar-both = { $said } and { $keys }
tafel-bar-key = F12 saves at another place
tafel-bar-key-middle = F12 saves elsewhere
tafel-bar-key-short = F12 elsewhere
tafel-bar-type-on = Type on.
tafel-bar-again = It is tried again by itself.
tafel-put-back = The files were gone or replaced. They are there again, with everything in them.
tafel-elsewhere = Where should everything be saved? Choose, or type a folder
tafel-enter-saves-there = Enter saves everything in this folder
tafel-free = { $size } free
tafel-moved-title = Saved at another place
tafel-moved-to = Everything is in { $path } now. What you type from here on goes there too. Later you open it with aantafel open and this folder.
tafel-home-unsaved = Not everything is saved yet: F12 saves elsewhere. Then you can go home.
tafel-rescued = Not everything could be saved where it belongs. The whole session is now in { $path }. Start aantafel to bring it in.
tafel-rescued-nowhere = Not everything could be saved, nor anywhere else. { $why }
tafel-brought-in = What could not be saved before has been brought in.
tafel-not-brought-in = What could not be saved before is still in { $path }. { $why }
begin-kept = Not in its place yet
begin-kept-line = { $title }, of { $when }: Enter brings it in
begin-kept-where = This could not be saved where it belongs. It is safe in { $path }.
where-history = How an entry came about
where-past = Table, as it was
tafel-no-backup = No backup could be made. { $why }
# --- looking on: another window writes at this table ---
looking-on = { $who } writes here (since { $time }); you look on
looking-on-who = { $who } writes here in another window; you look on
looking-on-somebody = Another window writes here; you look on
looking-on-goes-over = yours when it closes
looking-on-held = kept ready: { $words }
looking-status = looking on
looking-hint = You look on. Type to write yourself.
looking-title = You look on
looking-what = What you type is not lost. Choose where it goes:
looking-aside = Write here too: { $table }, beside the other window
looking-table = Write at { $table }
looking-wait = Keep looking; the words wait until you can write here
looking-over = The other window is closed. You now write here yourself.
looking-no-name = There is no name left to write under. Close a window, or choose another table.
where-screen = The screen for the hall
code-strange = This is no code of a sheet. Type table, round and question, such as 2.4.a
code-several = This can be more than one code: { $codes }. Put dots between the parts.
code-no-table = There is no table { $table }. Look at the code on the sheet again.
code-no-round = There is no round { $round }. Look at the code on the sheet again.
code-no-block = This round has no question with that letter. Look at the code on the sheet again.
code-no-entry = There is no such entry. Look at the code in the report again.
code-gone = This entry was deleted.
code-here = { $code }: { $place }
app-enter-goes = Enter goes to { $code }
