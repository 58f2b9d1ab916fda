# What the board of Judge says.

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
