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
form-board-part = Part
form-board-seen = What we see
form-board-notes = Note
form-chair = chair { $nth }
form-case-pass = Pass { $pass }
form-case-pair = { $who } – { $whom }
form-case-skin = { $who }, in the skin of { $whom }
form-case-elsewhere = Said elsewhere
form-case-filled = { $filled } of { $all }

# vote
form-vote-what = Choice
form-vote-table = the table
form-vote-stickers = Stickers
form-vote-hands = Votes
form-vote-given = has voted
form-vote-chosen = chosen
form-vote-tied = tied
form-vote-place = no. { $place }
form-vote-and = { $rest } and { $last }
form-vote-more = { $count } more
form-vote-hint-count = Type how many, such as 4; space adds one
form-vote-hint-stickers = Type the numbers, such as { $example }; - does not vote
form-vote-hint-ranking = Type the numbers in order, such as { $example }; - does not vote
form-vote-hint-one = Type the number, such as { $example }; - does not vote
form-vote-nothing = There is nothing to choose from yet.
form-vote-none = Nobody has voted yet.
form-vote-waiting = No vote yet from { $names }.
form-vote-left = { $voter } ({ $count })
form-vote-left-stickers = Stickers left: { $names }.
form-vote-left-places = Places left: { $names }.
form-vote-absent = Not voting: { $names }.
form-vote-exactly = Exactly { $wanted } were asked for; { $count } are chosen without a tie.
form-vote-outcome = Chosen: { $names }.
form-vote-shared = Tied: { $names } share place { $place }.
form-vote-to-choose = { $count ->
    [one] One of these is still to be chosen.
   *[other] { $count } of these are still to be chosen.
}
form-vote-robust = Without any one of the votes the outcome stays the same.
form-vote-fragile = The outcome hangs on one vote.
form-vote-gap = Got nothing: { $names }.
form-vote-consensus = Got something from everybody: { $names }.
form-vote-no-consensus = Nothing got something from everybody.
form-vote-pool = Counted over { $count } tables together.
form-vote-sum = Together { $count }.
form-vote-overspent = { $given } stickers were counted; { $people } people have { $most } between them.
form-vote-hidden-complete = Hidden until everybody has voted: { $count } of { $all }.
form-vote-hidden-shown = Hidden until you show it; voted: { $count }.
form-vote-hidden-names = Who chose what stays hidden; voted: { $count } of { $all }.
form-vote-hidden-private = Hidden; voted: { $count } of { $all }.
form-vote-reveals = What was chosen can be seen now.
form-vote-shown = It can be seen already.
form-vote-not-hidden = There is nothing to show here.
form-vote-blind = This is hidden: type the whole choice of this chair.
form-vote-no-pass = This is done only once.
form-vote-pass-begins = Pass { $pass } begins; what was given before is kept.
form-vote-pass = Pass { $pass }.
form-vote-pass-of = Pass { $pass } of { $most } at most.
form-vote-pass-enough = Pass { $pass }: this may be enough.
form-vote-pass-last = Pass { $pass }, the last one; if it fails: park it.
form-vote-pass-then = Pass { $pass }, the last one; if it fails: { $otherwise }
form-vote-replaced = { $voter } had this before: { $was }
form-vote-no-voter = There is no vote number { $nth }; there are { $count }.
form-vote-no-count = “{ $word }” is no count that fits here.
form-vote-wrong-word = “{ $word }” is no number; choose from 1 to { $items }.
form-vote-wrong-number = There is no number { $number }; choose from 1 to { $items }.
form-vote-wrong-letter = There is no letter “{ $letter }”: { $letters }.
form-vote-wrong-bare = Put the letter behind { $number }: { $letters }.
form-vote-over = Those are { $given } stickers; everybody has { $budget }.
form-vote-over-kind = That is “{ $kind }” { $given } times; everybody has { $budget }.
form-vote-over-ranking = Those are { $given } numbers; the list has { $budget } places.
form-vote-over-item = That puts { $given } on number { $number }; at most { $most } may be there.
form-vote-twice = Number { $number } is in the list already.
form-vote-only-one = Choose one.

# assign
form-assign-what = Who or what
form-assign-where = Goes to
form-assign-more = { $count } more
form-assign-pair = { $who } gets { $whom }
form-assign-drawn = Drawn: { $pairs }.
form-assign-moved = Pass { $pass }: everybody to the next.
form-assign-missed = No place left for { $names }.
form-assign-missed-own = Without one's own party there is none for { $names }.
form-assign-not-drawn = Nothing has been drawn yet.
form-assign-none = Nothing has been assigned yet.
form-assign-nothing = There is nothing to assign yet.
form-assign-nowhere = Not assigned yet: { $names }.
form-assign-over = Too many at { $place }: { $count }, at most { $most }.
form-assign-own = Has itself or its own party: { $names }.
form-assign-own-short = own
form-assign-free = Still free: { $names }.
form-assign-pass = Pass { $pass }.
form-assign-pass-of = Pass { $pass } of { $most } at most.
form-assign-no-draw = Nothing is drawn here: type a number.
form-assign-no-pass = This is done only once.
form-assign-unknown = “{ $word }” is not there; choose from 1 to { $count }.
form-assign-doubt = “{ $word }” can be more than one: { $names }.
form-assign-too-many = Those are { $count }; { $slots } fit here.
form-assign-only-own = There is only one's own party.
form-assign-hint = Type a number or the first letters; - takes it away
form-assign-hint-draw = Ctrl+R draws; or type a number
form-assign-hint-again = Ctrl+R draws again; or type a number
form-assign-hint-start = Ctrl+R spreads; or type a number
form-assign-hint-rotate = Ctrl+E moves on; or type a number
