# Oogst: from what the tables said to what was learned. Themes, tables side by side, report-back.

oogst = Oogst
where-oogst = Oogst
where-wording = Oogst, on the line
where-plenary = Oogst, report-back
oogst-tab-themes = Themes
oogst-tab-beside = Tables side by side
oogst-sum = { $tables ->
    [one] 1 table
   *[other] { $tables } tables
} · { $points ->
    [one] 1 point
   *[other] { $points } points
}
oogst-to-do = { $count } left to sort
oogst-all-done = all sorted
oogst-unused = Not sorted yet
oogst-t = T{ $number }
oogst-reach = { $count } of { $of }
oogst-reach-tables = { $count } of { $of } tables
oogst-of-tables = of the tables
oogst-gone = { $count ->
    [one] 1 line is gone: deleted at its table, or of a table that is not here yet
   *[other] { $count } lines are gone: deleted at their table, or of a table that is not here yet
}
oogst-homeless = { $count ->
    [one] 1 line belongs to a theme that is in none of the files
   *[other] { $count } lines belong to a theme that is in none of the files
}
oogst-conclusion = Learned:
oogst-not-concluded = Nothing written down as learned yet: c
oogst-missing = nothing yet from { $parties }
oogst-nobody = nobody named
oogst-in = in { $themes }
oogst-in-none = in no theme
oogst-votes = { $count ->
    [one] 1 sticker
   *[other] { $count } stickers
}
oogst-evidence = evidence
oogst-merged = merged with { $names }
oogst-nothing-said = Nothing was said yet. What the tables write down comes here by itself.
oogst-no-themes = No themes yet. Choose a point and press m, or n for a new theme.
oogst-nothing-fits = Nothing fits what you are looking for. Esc shows everything again.
oogst-name-new = New theme
oogst-name-new-with = New theme with { $count ->
    [one] 1 point
   *[other] { $count } points
}
oogst-name-split = Split off: name of the new theme
oogst-name-rename = Another name
oogst-name-conclusion = What was learned
oogst-name-search = Search
oogst-to-theme = To which theme
oogst-to-theme-hint = type a new name or choose
oogst-enter-makes = Enter makes a new theme of this name
oogst-merge-with = Merge { $theme } with
oogst-release = Take loose from { $theme }
oogst-filter = Which points
oogst-filter-all = Everything
oogst-filter-unused = Not sorted yet
oogst-filter-key = Key insights
oogst-filter-voted = With stickers
oogst-filter-question = question
oogst-filter-party = party
oogst-filter-table = table
oogst-filter-nobody = Nobody's
oogst-shown = { $shown } of { $all }: { $what }
oogst-words = “{ $words }”
oogst-order-table = by table
oogst-order-question = by question
oogst-order-party = by party
oogst-order-votes = most stickers
oogst-order-latest = latest first
oogst-ordered = Order: { $order }
oogst-put = { $count ->
    [one] 1 point to { $theme }
   *[other] { $count } points to { $theme }
}
oogst-no-nth = There is no theme { $number }
oogst-no-again = No theme was chosen yet
oogst-choose-line = Choose a point first
oogst-choose-theme = Choose a theme first
oogst-choose-marks = First mark with the space bar what is to go out
oogst-nothing-merged = Nothing was merged with this theme
oogst-marked = { $count } marked
oogst-undone = Taken back
oogst-redone = Done again
oogst-removed = Theme gone; Ctrl+Z brings it back
oogst-taken = Another window ({ $who }) harvests. You look on.
oogst-not-here = Another window is harvesting
oogst-from-tables = named at the tables
oogst-question = { $nth } of { $of }
oogst-strange = No longer in the workshop
oogst-codebook = Shared themes
oogst-codebook-keep = Share “{ $theme }” with other sessions
oogst-codebook-kept = “{ $theme }” is among the shared themes
oogst-codebook-empty = There are no shared themes yet. Choose a theme and press k.
oogst-codebook-has = in this harvest already
oogst-plenary = Report-back
oogst-plenary-dream = Dream
oogst-plenary-top = What matters most
oogst-plenary-quote = Heard
oogst-plenary-agreement = Agreement
oogst-plenary-nothing = This table has nothing to tell yet.
oogst-plenary-on = is on the projector
oogst-plenary-off = here only

key-oogst = harvest
key-oogst-about = To the harvest: themes and the tables side by side
key-unfold = open
key-unfold-about = Opens or closes a theme; of a point, goes to its table and round
key-to-theme = to theme
key-to-theme-about = Puts the point, or what is marked, under a theme
key-to-nth = theme 1-9
key-to-nth-about = Puts the point, or what is marked, straight under that theme
key-again = once more
key-again-about = Under the same theme as the last time
key-mark-line = mark
key-mark-line-about = Marks, to do something with more points at once
key-new-theme = new theme
key-new-theme-about = A new theme, with what is marked in it
key-conclude = learned
key-conclude-about = Writes down what was learned
key-rename-theme = rename
key-rename-theme-about = Another name for the theme; what it was called is kept
key-merge-theme = merge
key-merge-theme-about = Puts the theme together with another
key-release-theme = take loose
key-release-theme-about = Takes a merged theme loose again, or a point from what says the same
key-split-theme = split off
key-split-theme-about = Makes a theme of its own of what is marked
key-take-out = take out
key-take-out-about = Takes the point out of the theme
key-remove-theme = remove
key-remove-theme-about = Takes the theme away; its points are then not sorted
key-evidence = evidence
key-evidence-about = This point carries what was learned
key-star-line = star
key-star-line-about = Marks as a key insight
key-filter = filter
key-filter-about = Only one question, party, table, key insights or what has stickers
key-order = order
key-order-about = Another order: table, question, party, stickers, latest
key-one-list = list
key-one-list-about = One list, or a column for each table
key-next-view = other view
key-next-view-about = The next way of looking
key-prev-view = view before
key-prev-view-about = The way of looking before
key-column-left = column left
key-column-left-about = A column to the left
key-column-right = column right
key-column-right-about = A column to the right
key-to-top = start
key-to-top-about = To the first point
key-to-end = end
key-to-end-about = To the last point
key-codebook = shared
key-codebook-about = Themes that sessions share: takes one, or puts this one in
key-plenary = report-back
key-plenary-about = What each table tells: dream, what matters most, a quote, an agreement
key-next-told = next table
key-next-told-about = The next table
key-prev-told = table before
key-prev-told-about = The table before
key-on-wall = on the projector
key-on-wall-about = The same on the projector, or no longer
key-settle = save
key-settle-about = Saves what stands there
oogst-suggest = Proposal: { $theme }? { $why } · j yes, w no, a next
oogst-suggest-same = “{ $word }” also in { $place }
oogst-suggest-met = “{ $word }” is like “{ $other }” in { $place }
oogst-suggest-name = the name
oogst-suggest-refused = Not in { $theme }. It will not be proposed for this point again.
oogst-suggest-refused-along = Not in { $theme }, with { $along } that { $along ->
    [one] says
   *[other] say
} the same. It will not be proposed again.
oogst-suggest-none = There is no other proposal.
oogst-suggest-none-here = There is no proposal for this point.
oogst-reading = Reading the tables …
oogst-alike = May say the same
oogst-alike-you = proposal, you decide
oogst-alike-as = Like { $place }?
oogst-alike-keys = = the same  - different  t next
oogst-alike-keys-short = = yes  - no
oogst-alike-why = by { $words }
oogst-alike-stem = “{ $word }” and “{ $other }” ({ $stem })
oogst-alike-met = “{ $word }” and “{ $other }”
oogst-alike-idea = “{ $word }” and “{ $other }” (related)
oogst-alike-more = { $count } more
oogst-alike-same = { $count } points say the same
oogst-alike-same-in = { $count ->
    [one] Says the same; 1 point to { $theme } as well
   *[other] Says the same; { $count } points to { $theme } as well
}
oogst-alike-different = Says something else. This pair will not come back.
oogst-alike-none = There is no other pair that is alike.
oogst-alike-none-here = Nothing here says the same as this point.
oogst-alike-release = Says something else than
oogst-put-along = { $count ->
    [one] 1 point
   *[other] { $count } points
} to { $theme }, with { $along } that { $along ->
    [one] says
   *[other] say
} the same
oogst-out-along = Out of { $theme }, with { $along } that { $along ->
    [one] says
   *[other] say
} the same
oogst-looking = Looking on …
oogst-half-typed = You had typed this already, and go on with it.
oogst-name-taken = There is a theme { $name } already. Esc and g merge the two.
oogst-typed-stays = { $name } was named at the tables, and stays. r renames, g merges it.
oogst-removed-typed = Theme gone; what tables named { $name } stays. Ctrl+Z brings all back.
oogst-now-with = { $name } is with { $with } now; l takes it loose.
