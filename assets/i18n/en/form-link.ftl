# What the board of Link says.

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
