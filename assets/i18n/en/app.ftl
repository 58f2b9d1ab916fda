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
begin-search = Find a session
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
tafel-not-saved = not saved since { $time }. Type on: it stays in memory and is tried again.
tafel-quit-unsaved = Not everything is saved yet. Ctrl+Q again closes all the same, and then that is gone.
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
tafel-earlier = Earlier words
tafel-no-earlier = This has not been reworded yet.
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
tafel-reported = Report made: { $path }
tafel-doubts = Good to know
app-panic =
    Something went wrong in the program itself. All you typed is on disk; start it again and you are where you were.
    Below stands, for its makers, what went wrong.
tafel-behind-short = { $minutes } late
app-key-space = Space

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
