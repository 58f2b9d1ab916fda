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

# Matrix
form-matrix-agreed = Together
form-matrix-gap = gap
form-matrix-overlap = overlap
form-matrix-friction = friction
form-matrix-unknown = unknown
form-matrix-otherwise = { $count } of { $all } differ
form-matrix-gaps = { $count ->
    [one] 1 gap
   *[other] { $count } gaps
}
form-matrix-overlaps = { $count ->
    [one] 1 overlap
   *[other] { $count } overlaps
}
form-matrix-frictions = { $count ->
    [one] 1 friction
   *[other] { $count } frictions
}
form-matrix-unknowns = { $count } unknown
form-matrix-otherwises = { $count ->
    [one] 1 difference
   *[other] { $count } differences
}
form-matrix-sum = { $number } in all
form-matrix-mean = { $number } on average
form-matrix-spread = spread { $number }
form-matrix-before = In pass { $pass }: { $seen }.
form-matrix-sign-otherwise = not everybody sees it so
form-matrix-sign-given = filled in, not to be seen yet
form-matrix-note-hidden = There is a note here that is not to be seen yet.
form-matrix-note-same = That is what it says already.
form-matrix-hint-signs = { $letters }: one a column, . skips, : note
form-matrix-hint-numbers = { $from } to { $to }: one a column, . skips, : note
form-matrix-hint-text = Type this cell; a | for the next; : note
form-matrix-no-row = There is no row here to fill in yet.
form-matrix-no-column = There is no column here to fill in yet.
form-matrix-blocked = { $name } and itself: nothing goes here.
form-matrix-outside = { $number } does not fit: it goes from { $from } to { $to }, in whole numbers.
form-matrix-too-many = { $columns ->
    [one] That is { $count }, and there is 1 cell. Put : before it to make it a note.
   *[other] That is { $count }, and there are { $columns } cells. Put : before it to make it a note.
}
form-matrix-not-hidden = Nothing is hidden here.
form-matrix-one-pass = This is filled in once; there is no next pass.
form-matrix-holds = No next pass is needed: it is settled.
form-matrix-last-pass = That was pass { $count }, the last. Park what is not settled.
form-matrix-more = { $names } and { $count } more
form-matrix-open-filled = { $count ->
    [one] 1 of the { $all } cells is still empty.
   *[other] { $count } of the { $all } cells are still empty.
}
form-matrix-open-copies = Not done yet with their own sheet: { $names }.
form-matrix-open-one = { $count ->
    [one] 1 row does not have exactly one “{ $sign }”: { $names }.
   *[other] { $count } rows do not have exactly one “{ $sign }”: { $names }.
}
form-matrix-open-some = { $count ->
    [one] 1 row has no “{ $sign }” yet: { $names }.
   *[other] { $count } rows have no “{ $sign }” yet: { $names }.
}
form-matrix-open-most = { $count ->
    [one] 1 row has more than { $most } of “{ $sign }”: { $names }.
   *[other] { $count } rows have more than { $most } of “{ $sign }”: { $names }.
}
form-matrix-open-column = { $count ->
    [one] 1 column has no “{ $sign }” yet: { $names }.
   *[other] { $count } columns have no “{ $sign }” yet: { $names }.
}
form-matrix-open-self = { $count ->
    [one] 1 row says something of itself: { $names }.
   *[other] { $count } rows say something of themselves: { $names }.
}
form-matrix-found-gap = { $count ->
    [one] 1 gap: nobody “{ $sign }”
   *[other] { $count } gaps: nobody “{ $sign }”
}
form-matrix-found-overlap = { $count ->
    [one] 1 overlap: more than one “{ $sign }”
   *[other] { $count } overlaps: more than one “{ $sign }”
}
form-matrix-found-friction = { $count ->
    [one] 1 friction
   *[other] { $count } frictions
}
form-matrix-found-unknown = { $count ->
    [one] 1 row with something we do not know
   *[other] { $count } rows with something we do not know
}
form-matrix-found-otherwise = { $count ->
    [one] On 1 row not everybody sees it so
   *[other] On { $count } rows not everybody sees it so
}
form-matrix-found-tables = { $count ->
    [one] On 1 point the tables say different things
   *[other] On { $count } points the tables say different things
}
form-matrix-table = table { $table }

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

# groups
form-group-what = What there is
form-group-column = Group
form-group-open-head = Not in a group yet
form-group-outliers = Outliers
form-group-marked = chosen
form-group-mean = mean { $mean }
form-group-hint-first = type a name: that group is made at once
form-group-hint = 2 = to group 2 · a name = a new group · space chooses more
form-group-chosen = { $count ->
    [one] 1 row is chosen: type a number or a name.
   *[other] { $count } rows are chosen: type a number or a name.
}
form-group-open = { $count ->
    [one] 1 is not in a group yet.
   *[other] { $count } are not in a group yet.
}
form-group-many = There are { $count } groups; at most { $most } are asked for.
form-group-exactly = { $count ->
    [one] There is 1 group; { $wanted } are asked for.
   *[other] There are { $count } groups; { $wanted } are asked for.
}
form-group-moved = { $count ->
    [one] “{ $what }” is now in { $group }.
   *[other] { $count } rows are now in { $group }.
}
form-group-made = { $count ->
    [one] New group { $group }, with “{ $what }”.
   *[other] New group { $group }, with { $count } rows.
}
form-group-out = { $count ->
    [one] “{ $what }” is in no group now.
   *[other] { $count } rows are in no group now.
}
form-group-merged = { $from } is now part of { $into }.
form-group-renamed = { $was } is now called { $now }.
form-group-doubled = “{ $what }” was put together with { $row }.
form-group-nothing-here = There is no row to put in a group.
form-group-already = It is so already.
form-group-no-group = There is no group { $group }. Type a name to make a group.
form-group-no-row = There is no row { $row }.
form-group-no-outliers = Everything belongs in a group here; there is no place for outliers.
form-group-no-double = Only two different points of this table can be put together.
form-group-itself = A group cannot be put together with itself.
form-group-name-taken = There is a group { $group } already. To put them together: { $from } > { $into }.
form-group-odd = Type a number, a name, “5 7 > 2”, “2 = new name”, or “= 14” for a double.

# links
form-link-what = What we link
form-link-from = From
form-link-to = To
form-link-orphan = stands alone
form-link-more = { $count } more
form-link-strong = how strong
form-link-hint = { $example } = a link with 3 · 3 5 = with both · -3 = away
form-link-hint-kind = { $example } = a link with 3, with the letter of its kind · -3 = away
form-link-hint-strength = { $example } = a link with 3, strength 2 · -3 = away
form-link-hint-both = { $example } = a link with 3: its kind, then how strong · -3 = away
form-link-count = { $count ->
    [one] 1 link
   *[other] { $count } links
}
form-link-most = Most links: { $items } ({ $count })
form-link-orphans = Standing alone: { $items }
form-link-and-more = and { $count } more
form-link-open = { $count ->
    [one] 1 point has { $least ->
        [one] no link yet.
       *[other] fewer than { $least } links.
    }
   *[other] { $count } points have { $least ->
        [one] no link yet.
       *[other] fewer than { $least } links.
    }
}
form-link-self = { $count ->
    [one] 1 point is linked with itself.
   *[other] { $count } points are linked with themselves.
}
form-link-picture = From the row to the number above:
form-link-picture-both = Who with whom:
form-link-away = Away: { $from } – { $to }
form-link-cleared = { $count ->
    [one] { $item }: 1 link taken away.
   *[other] { $item }: { $count } links taken away.
}
form-link-nothing-here = There is nothing to link.
form-link-none = There is no link here yet.
form-link-already = That link is there already.
form-link-no-item = There is no number { $number }.
form-link-same-side = { $item } is on the same side; choose a number of the other side.
form-link-no-kind = There is no kind { $letter }; there are { $letters }.
form-link-no-kinds = There is one kind of link; no letter is needed.
form-link-no-strength = How strong a link is, is not asked here.
form-link-strength = How strong is a number from 1 to { $most }.
form-link-not-linked = There is no link with { $item }.
form-link-no-words = Nothing begins with “{ $words }”. Type a number.
form-link-which = Which do you mean? { $found }

# judge
form-judge-then = Then: { $was }
form-judge-then-now = Then { $was }, now { $now }
form-judge-value = value
form-judge-fine = no objection
form-judge-concern = concern
form-judge-objection = objection
form-judge-objections = { $count ->
    [one] 1 objection
   *[other] { $count } objections
}
form-judge-concerns = { $count ->
    [one] 1 concern
   *[other] { $count } concerns
}
form-judge-nobody = Of none of the parties
form-judge-other-table = other table
form-judge-span = { $from } to { $to }
form-judge-mean = mean { $mean }
form-judge-sum = sum { $sum }
form-judge-of = { $count } of { $all } { $what }
form-judge-more = { $names } and { $count } more
form-judge-reached = enough
form-judge-contested = divided
form-judge-veto = veto
form-judge-veto-by = Veto by { $who }.
form-judge-extremes = { $count } values, from { $low } to { $high }
form-judge-robust = Stays so if any one voice is left out.
form-judge-fragile = Changes if one voice is left out.
form-judge-reasons-hidden = { $count ->
    [one] • 1 reason, not shown yet
   *[other] • { $count } reasons, not shown yet
}
form-judge-card = Card: { $card }
form-judge-only-voiced = The party itself says what it thinks of what was said in its name.
form-judge-only-addressee = Only the party it is addressed to answers.
form-judge-only-minority = Only those in the minority give a value.
form-judge-only-listeners = Only those who listened give a value.
form-judge-pool = { $count ->
    [one] Counted over 1 table.
   *[other] Counted over { $count } tables together.
}
form-judge-hidden-complete = { $filled } of { $all } complete. The values are seen when everything is there.
form-judge-hidden-reveal = { $filled } of { $all } complete. The values are seen when you show them.
form-judge-hidden-private = { $filled } of { $all } complete. The values stay with those who gave them.
form-judge-vetoed = Veto on: { $what }
form-judge-divided = Divided on { $count } of { $all }: { $what }
form-judge-objected = Objections to { $count } of { $all }: { $what }
form-judge-agreed = Agreed on { $count } of { $all }.
form-judge-enough = { $count } of { $all } { $count ->
    [one] reaches
   *[other] reach
} { $threshold }.
form-judge-top = Highest: { $what } ({ $mean }).
form-judge-top-robust = That stays so if any one voice is left out.
form-judge-top-fragile = That changes if one voice is left out.
form-judge-gap = Nobody chose: { $what }
form-judge-over-consent = There are no objections any more.
form-judge-over-consensus = The values lie close together.
form-judge-over-complete = Everything has a value.
form-judge-park = park what is still open
form-judge-last = { $count ->
    [one] After 1 pass: { $otherwise }.
   *[other] After { $count } passes: { $otherwise }.
}
form-judge-again = Alter it and begin another pass.
form-judge-pass-divided = divided on { $count } of { $all }
form-judge-no-rows = There is nothing to judge yet.
form-judge-no-voices = There is nobody to give a value here. Add a party first.
form-judge-stays-private = This stays with those who gave it and is never shown.
form-judge-nothing-hidden = Nothing is hidden here.
form-judge-one-pass = This is done once: there is no other pass.
form-judge-pass-empty = Nothing was given in this pass yet.
form-judge-all-gave = Everybody gave something here. Type the whole row again.
form-judge-too-many = { $most ->
    [one] There is room for 1 value here; these are { $count }.
   *[other] There is room for { $most } values here; these are { $count }.
}
form-judge-kept = { $count ->
    [one] 1 value kept, out of sight.
   *[other] { $count } values kept, out of sight.
}
form-judge-type-hidden = The values are out of sight. Type what it becomes.
form-judge-type-nameless = It is not told who gave what. Type the whole row again.
form-judge-wrong = “{ $typed }” does not fit here. { $how }
form-judge-wrong-outside = “{ $typed }” lies outside the scale of { $scale }.
form-judge-wrong-step = “{ $typed }” lies between two values: the scale of { $scale } goes in steps of { $step }.
form-judge-wrong-half = Two digits belong together here: first →, then ↑.
form-judge-wrong-either = That may be { $one } or { $other }. Type one more letter.
form-judge-how-number = Type a number from { $from } to { $to }; with : a note.
form-judge-how-numbers = Type a row from { $from } to { $to }: 7 8 6 - 9. A - is absent, with : a note.
form-judge-how-zone = Type a number or the first letters; with : a note.
form-judge-how-zones = Type a row of numbers: 1 2 - 1. A - is absent, with : a note.
form-judge-how-ring = Type the number of the ring: 2. With : a note.
form-judge-how-sector = Type ring and sector: 2b. With : a note.
form-judge-how-axes = Type two digits from 1 to 5: first →, then ↑. With : a note.
form-judge-how-yes = Type y or n; with : the reason.
form-judge-how-yes-row = Type a row: y n y -. A - is absent, with : the reason of the last one.
form-judge-how-consent = Type y (no objection), c (concern) or n (objection); with : the reason.
form-judge-how-consent-row = Type a row: y c n -, with : the reason of the last objection.
form-judge-open-filled = { $count ->
    [one] 1 of { $all } still lacks a value.
   *[other] { $count } of { $all } still lack a value.
}
form-judge-open-reasons = { $count ->
    [one] 1 value still lacks its reason.
   *[other] { $count } values still lack their reason.
}
form-judge-open-objections = { $count ->
    [one] There is 1 objection left.
   *[other] There are { $count } objections left.
}
form-judge-mirror = The mirror: said in somebody's name, beside what that party said itself
form-judge-mirror-party = Party
form-judge-mirror-said = Said in its name
form-judge-mirror-mark = What it thinks of that
form-judge-mirror-own = What it said itself

# assign
form-assign-what = Who or what
form-assign-where = Goes to
form-assign-more = { $count } more
form-assign-drawn = Drawn for { $count }.
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
