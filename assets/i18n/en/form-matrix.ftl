# What the board of Matrix says.

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
