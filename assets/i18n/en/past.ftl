# What was: how an entry came to be what it is, and the table as it was.

past-history = How “{ $words }” came about
past-born = said
past-undid = undone
past-redid = done again
past-stands = stands so now
past-nobody = nobody
past-off = no longer: { $mark }
past-round = round: { $round }
past-place = in: { $place }
past-by = by: { $who }
past-for = on behalf of: { $who }
past-loose = hangs under nothing
past-order = moved in its list
past-gone = deleted
past-back = brought back
past-is-so = That is how it stands now.
past-put-back = It stands again as it was. Ctrl+Z takes that back.
past-nothing = Nothing has been altered at this table yet.
past-choose = Choose with ↑ and ↓ what to bring back, then Enter.
past-bar = As it was at { $time } · { $nth } of { $count }
past-bar-first = As it was before { $time } · 0 of { $count }
past-bar-last = As it is since { $time } · { $nth } of { $count }, the last
past-unsure = { $count ->
    [one] of one thing nobody knows what it was then
   *[other] of { $count } things nobody knows what they were then
}
past-line = as it was · Esc goes to now
past-no-time = that is no time
past-hint = type a time such as 14:32, or choose with ↑ ↓ and bring back with Enter
past-shown = As it was on { $date } at { $time }.
past-at-its-table = Put it back at the table itself: Enter goes there.
