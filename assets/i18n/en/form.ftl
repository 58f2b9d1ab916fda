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
