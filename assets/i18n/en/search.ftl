# Looking back: search, lessons, agreements.
cli-do-search = Searches everything that was ever saved.
cli-do-lessons = Names the lessons of all sessions.
cli-do-agreements = Names the agreements of all sessions, and what became of them.
cli-opt-search-words = Words that stand in one line together. Between quotation marks: literally so.
cli-opt-kind = Of which kind: a category, or key insight, quote, agreement (going, stalled, done), parked, lesson.
cli-opt-search-party = By or about this party.
cli-opt-since = From this day on.
cli-opt-search-place = Where the session was.
cli-opt-literal = Looks for all words together, literally.
cli-opt-open = Only what is still open.
cli-search-after =
    All words must stand in one line. A word finds its other forms too (agreements finds agreement)
    and longer words that hold it (water finds drinking-water). Capitals and accents do not count.
    If nothing is found, it looks once more, with a typo in each word.
cli-search-what = Type what you look for, or choose with --kind, --party, --since or --place.
cli-search-nothing = Nothing found.
cli-search-typos = It stands nowhere like that. This looks like it:
cli-agreements-none = There are no agreements.
cli-lessons-none = There are no lessons yet. At a table, mark an entry as a lesson (Alt+L).
search-harvest = harvest
agreement-state-made = made
agreement-state-going = under way
agreement-state-stalled = stalled
agreement-state-done = done
agreement-state-dropped = not needed
agreement-nobody = nobody pulls it yet
agreement-no-day = no date yet
agreement-moved = moved, was { $before }
agreement-came-back = came back in { $count } sessions
terugblik-words = words
terugblik-kind = kind
terugblik-party = party
terugblik-since = since
terugblik-place = place
terugblik-hint = type what you look for in all that was ever said
terugblik-literal = literally
terugblik-reading = { $count } of { $of } sessions read
terugblik-found = { $count } { $count ->
    [one] line
   *[other] lines
 } found
terugblik-sessions = { $count } { $count ->
    [one] session
   *[other] sessions
 }
terugblik-wait = Nothing found yet in what was read.
terugblik-nothing = Nothing found. Fewer words or another word often helps.
terugblik-typos = It stands nowhere like that. This looks like it:
where-terugblik = Looking back
cli-more-doubts = And { $count } more. aantafel doctor tells all.
terugblik-none = There was no session yet. Esc goes back; there you begin one.
agreement-made = agreed on { $day }
terugblik-by-date = by date
terugblik-by-title = by title
terugblik-by-place = by place
