# Forms: questions, fields and choices, and what stands below them.

form-optional = may stay empty

# What is still open. It holds nobody up.
form-open-least = { $count ->
    [one] 1 more answer is needed.
   *[other] { $count } more answers are needed.
}
form-open-most = { $count ->
    [one] There is 1 answer; at most { $most } was asked for.
   *[other] There are { $count } answers; at most { $most } were asked for.
}
form-open-column = { $count ->
    [one] 1 line still lacks: { $column }.
   *[other] { $count } lines still lack: { $column }.
}
form-open-slot = Still empty: { $slot }.

# The action list. The choices for the board each begin with another letter: one key per choice.
form-action-label = Action list
form-action-one = action
form-action-hint = What do you agree to do?
form-action-who = Who drives it
form-action-when = When
form-action-board = Board
form-action-board-confirmed = confirmed
form-action-board-needed = to be asked
form-action-board-not-needed = not needed

# What stands beside a line.
form-namens = on behalf of { $party }
form-flag-quote = quote
form-flag-key = key insight
form-flag-parked = parked
form-flag-confidential = confidential
form-flag-not-in-report = not in the report
form-status-draft = still being worded
form-status-settled = settled
form-status-parked = parked
form-yes = yes
form-no = no

# What every round has.
form-quote = quote
form-quotes = Quotes
form-note = note
form-notes = Notes and atmosphere
form-note-hint = How did the talk go? What stood out?
form-version = version { $version }

# boards
form-board-judge = Judgement
form-board-vote = Votes
form-board-matrix = Overview
form-board-group = Groups
form-board-link = Links
form-board-assign = Who goes where
form-board-look = What do we see?
form-board-part = Part
form-board-seen = What we see
form-board-notes = Note
form-chair = chair { $nth }
form-case-pass = Pass { $pass }
form-case-pair = { $who } – { $whom }
form-case-skin = { $who }, in the skin of { $whom }
form-case-elsewhere = Said elsewhere
form-case-filled = { $filled } of { $all }
form-case-home = Pass { $pass }: the group itself
form-case-visit = Pass { $pass }: the group of table { $table }
form-case-own-sheet = Pass { $pass }: the table's own sheet
form-case-sheet = Pass { $pass }: the sheet of table { $table }
form-rotate-people = After each pass everybody goes one table on; what was said stays here.
form-rotate-host = After each pass everybody goes one table on. The host stays and tells what was said.
form-rotate-sheets = After each pass the sheet goes one table on; people stay where they are.
form-carried = of { $date }
form-card = Card: { $text }
form-only-voiced = Only for the party in whose name it was said.
form-only-addressee = Only for the party it is addressed to.
form-only-minority = Only for those who were in the minority.
form-only-listeners = Only for those who listened.
form-only-parties = Only for { $parties }.
form-hidden-list = Hidden until it is shown (F7).
form-open-exactly = Asked: exactly { $wanted }. Now: { $count }.
form-flag-lesson = lesson
