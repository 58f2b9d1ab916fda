# What all tables say together: votes, scales, who does what, mirrors, agreements.

verdicts-assigned = assigned
verdicts-t = T{ $number }
verdicts-more = { $names } and { $count } more
verdicts-reach = { $count } of { $of ->
    [one] 1 table
   *[other] { $of } tables
}
verdicts-reach-spread = { $count } of { $of } tables, { $least } to { $most } per table
verdicts-divided = { $first } puts it first, { $none } gives it nothing
verdicts-nothing-given = nothing given yet
verdicts-summary = { $count ->
    [one] given once: { $median }
   *[other] median { $median }, half between { $lower } and { $upper }, mean { $mean }, given { $count } times
}
verdicts-tables-apart = Tables differ: { $one } { $atone }, { $other } { $atother } ({ $part } % of the scale)
verdicts-tables-otherwise = Tables differ: { $one } mostly “{ $atone }”, { $other } mostly “{ $atother }” ({ $part } % chose otherwise)
verdicts-parties-apart = Parties differ: { $one } { $atone }, { $other } { $atother } ({ $part } % of the scale)
verdicts-parties-otherwise = Parties differ: { $one } mostly “{ $atone }”, { $other } mostly “{ $atother }” ({ $part } % chose otherwise)
verdicts-within = Divided at the table itself: { $tables }
verdicts-then-now = Then { $was }, now { $now }
verdicts-then = Then { $was }, nothing yet now
verdicts-gap = Gap: at { $tables } nobody has “{ $lead }”
verdicts-gap-all = Gap: at no table anybody has “{ $lead }” ({ $tables })
verdicts-overlap = Overlap: { $who } ({ $tables })
verdicts-friction = Friction: { $who } ({ $tables })
verdicts-claims = Friction: { $who } each say they lead ({ $tables })
verdicts-other-leads = Contradiction: another party at “{ $lead }”: { $who }
verdicts-contradiction = Contradiction about { $who }: { $what }
verdicts-unknown = Not known: { $who } ({ $tables })
verdicts-hidden = Not shown yet at { $tables }: not counted here
verdicts-method = How this is reckoned: tables or parties differ when their medians lie more than a quarter of the scale apart or, for a choice, when more than half chose otherwise. Between the quartiles lies the middle half.
verdicts-option = Option
verdicts-votes = Votes
verdicts-votes-told = { $count } ({ $reach })
verdicts-votes-alt = Bar chart of { $count ->
    [one] 1 option
   *[other] { $count } options
} at { $tables ->
    [one] 1 table
   *[other] { $tables } tables
}. First comes “{ $top }” with { $score }.
verdicts-votes-none = Nobody has voted yet.
verdicts-statement = Statement
verdicts-given = Given
verdicts-spread-alt = Dots on a scale from { $low } to { $high } for { $count ->
    [one] 1 statement
   *[other] { $count } statements
} at { $tables ->
    [one] 1 table
   *[other] { $tables } tables
}.
verdicts-choices-alt = How often each choice was made for { $count ->
    [one] 1 statement
   *[other] { $count } statements
} at { $tables ->
    [one] 1 table
   *[other] { $tables } tables
}.
verdicts-roles-alt = Who does what over { $tables ->
    [one] 1 table
   *[other] { $tables } tables
}: { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}. Darker is named as lead by more tables.
verdicts-row = Row
verdicts-mirror-party = { $party }: { $count ->
    [one] spoken for once
   *[other] spoken for { $count } times
}
verdicts-mirror-said = Said in the name of { $party }
verdicts-mirror-by = By
verdicts-mirror-mark = The party itself
verdicts-mirror-own = { $party } itself
verdicts-mirror-open = { $count } without a reaction
verdicts-mirror-none = Nothing was said in another's name yet.
verdicts-table = Table
verdicts-what = What
verdicts-who = Who leads
verdicts-when = When
verdicts-board = Board
verdicts-no-who = no owner yet
verdicts-no-when = no date yet
verdicts-since = from { $date }
verdicts-lacks-who = Without an owner: { $count }
verdicts-lacks-when = Without a date: { $count }
verdicts-board-ask = Still to be asked of the board: { $count }
verdicts-agreements-none = There are no agreements yet.
verdicts-agreements-count = { $count ->
    [one] 1 agreement
   *[other] { $count } agreements
}
verdicts-tab-votes = Votes
verdicts-tab-roles = Who does what
verdicts-tab-mirrors = Mirrors
verdicts-tab-agreements = Agreements
verdicts-flag-divided = divided
verdicts-flag-tables = tables differ
verdicts-flag-parties = parties differ
verdicts-flag-both = tables, parties differ
verdicts-flag-within = divided at the table
verdicts-flag-gap = gap
verdicts-flag-some-gap = gap at some
verdicts-flag-overlap = overlap
verdicts-flag-friction = friction
verdicts-flag-contradiction = contradiction
verdicts-median = median { $median } ({ $count })
verdicts-tables = { $count ->
    [one] 1 table
   *[other] { $count } tables
}
verdicts-roles-none = Nothing was filled in yet about who does what.
verdicts-mirror-self = says it itself
verdicts-mirror-lines = { $count ->
    [one] spoken for once
   *[other] spoken for { $count } times
}
verdicts-lacking = Lacks an owner or a date: { $count }
verdicts-whole = With an owner and a date: { $count }
verdicts-flag-apart = differ
verdicts-median-short = { $median } ({ $count })
verdicts-stands = How it stands
verdicts-moved = moved
