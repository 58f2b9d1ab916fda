# The report: headings, tables and captions.

report-tables = { $count ->
    [one] 1 table
   *[other] { $count } tables
}
report-what = What
report-lacking = still open
report-withheld = { $count ->
    [one] 1 line was left out here: confidential, or not for the report.
   *[other] { $count } lines were left out here: confidential, or not for the report.
}

# The head.
report-workshop = Workshop
report-date = Date
report-place = Place
report-parties = Parties
report-party-seats = { $party } ({ $count })
report-size = Size
report-entries = { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
report-agreements = Agreements
report-agreements-count = { $count ->
    [one] 1 agreement
   *[other] { $count } agreements
}
report-no-owner = { $count } without an owner
report-no-date = { $count } without a date
report-made = Report made on
report-rounds = How we worked
report-round = Round
report-question = Question
report-method = Method
report-group-alone = each alone
report-group-pair = in pairs
report-group-four = in fours
report-group-table = at the table
report-group-plenary = with the whole room
report-group-ring = in a ring

# Per table.
report-table = Table { $number }
report-table-named = Table { $number } – { $name }
report-table-empty = Nothing was recorded at this table.
report-round-empty = Nothing was recorded in this round.
report-unanswered = No answer to this was recorded.
report-unknown = Outside the workshop
report-unknown-about = This was said in a part that the workshop no longer knows. Nothing has been left out.
report-parked = Parked

# the file itself
report-contents = Contents
report-skip = To the content
report-page = page { $page } of { $pages }
report-format-docx = Word
report-format-pdf = PDF
report-format-html = Web page
report-format-md = Markdown
report-refused = This report could not be made in this format: { $why }. Choose another format.
report-template-not-word = The template is not a Word file (.docx). Save it in Word as .docx and try again.
report-template-broken = The template is damaged and cannot be read. Open it in Word, save it and try again.
report-template-large = The template is too large to use. Take large pictures out of it.
report-template-macros = The template has macros. Save it in Word as .docx, without macros.
paper-about = What this is about:
paper-fill = What came out
sheets-title = Sheets – { $title }
sheets-how = Write one point per line, in the table's own words. Who said it may stand behind it: @ and the party. Every question has a code, such as { $code }: table, round and question. By it everything gets to the right place later: type the code in the program (Ctrl+T), or put it before the line and use aantafel capture --codes.
sheets-sheet = { $table } · round { $round }: { $title }
sheets-minutes = { $minutes } minutes
sheets-here = At this table: { $seats }
sheets-why = Why: { $why }
sheets-notes = Atmosphere, literal words and whatever else belongs here
sheets-cards = Cards: who sits where
sheets-cut = Cut the rows apart. Every card says where somebody sits in each round.
sheets-who = Who
sheets-round = Round { $number }
sheets-at = round { $number }: { $table }
sheets-away = round { $number }: –
sheets-nothing = There is nothing to fill in in this workshop.

report-party-letter = party { $letter }
report-voices = Who said what
report-voices-none = is not told in this report. Parties are called party A, B and so on here.
report-withheld-name = Not in this report
report-withheld-count = { $count ->
    [one] 1 point
   *[other] { $count } points
}
report-insights = Key insights
report-insights-more = { $count ->
    [one] And 1 more.
   *[other] And { $count } more.
}

report-subtitle = Report
report-footer = Report of { $date }
report-summary = Summary
report-summary-nothing = Nothing was written down yet.
report-summary-open = The tables wrote down { $count ->
    [one] 1 point
   *[other] { $count } points
}. No themes were made of them yet.
report-summary-counts = The tables wrote down { $count ->
    [one] 1 point
   *[other] { $count } points
}. Of these { $used } stand under { $themes ->
    [one] 1 theme
   *[other] { $themes } themes
}, and { $unused } under no theme.
report-themes = Themes
report-theme = Theme
report-themes-caption = How many points each theme has, per table
report-themes-alt = Table with shades of { $themes } themes and { $tables } tables. The darker, the more points.
report-theme-reach = { $count ->
    [one] 1 point
   *[other] { $count } points
}, { $tables } of { $of ->
    [one] 1 table
   *[other] { $of } tables
}
report-theme-merged = Also in here: { $names }
report-conclusion = Conclusion
report-theme-evidence = What this rests on
report-theme-rest = What else was said
report-theme-same = also:
report-theme-tables = Per table
report-theme-parties = Per party
report-theme-nobody = { $count } without a party
report-insights-quotes = Key insights and quotes
report-votes = Votes and scales
report-roles = Who does what
report-mirrors = What others said about us
report-differences = Where tables and parties differ
report-voices-heading = Who brought in how much
report-voices-tables = Points per table
report-voices-parties = Points per party
report-voices-measure = Points
report-voices-notch = share of the seats
report-voices-share = { $count } (by seats { $share })
report-voices-nobody = { $count ->
    [one] Of 1 point
   *[other] Of { $count } points
} it was not written down whose it is.
report-voices-alt = Bar chart of { $count } bars. The longest is that of { $top }.
report-party = Party
report-points = { $count ->
    [one] 1 point
   *[other] { $count } points
}
report-unused = Under no theme
report-unused-about = { $count ->
    [one] This point stands
   *[other] These { $count } points stand
} under no theme at all.
report-everything = Everything that was said
report-everything-about = Below stands what was said, table by table and round by round, in the words of the table and in the order in which it was written down. Beside every line stands a code: table, round and number.
report-everything-one = Below stands what was said at this table, round by round, in the words of the table and in the order in which it was written down. Beside every line stands a code: table, round and number.
report-summary-top = This stood out per table:
report-format-xlsx = Excel
report-format-csv = CSV
report-format-json = JSON
data-sheet-entries = Entries
data-sheet-judgements = Judgements
data-sheet-agreements = Agreements
data-sheet-votes = Votes
data-sheet-themes = Themes
data-sheet-rounds = Rounds
data-sheet-about = About this file
data-code = Code
data-codes = Codes
data-round-title = Name of the round
data-block = Part
data-label = Kind
data-words = Said
data-by = Who said it
data-in-name-of = On behalf of
data-answers = Belongs to
data-other = Other
data-themes = Themes
data-same = Says the same
data-theme = Theme
data-key = Key insight
data-quote = Quote
data-parked = Parked
data-lesson = Lesson
data-status = Status
data-time = Time
data-item = About what
data-criterion = On what
data-judged-by = By whom
data-by-table = the table
data-pass = Pass
data-value = Value
data-number = Number
data-reason = Why
data-about-when = When, in words
data-lacks = Still needed
data-lacks-who = who leads
data-lacks-when = a date
data-since = Open since
data-place = Rank
data-chosen = Chosen
data-voters = Voters
data-conclusion = What was learned
data-evidence = Evidence
data-minutes = Minutes
data-form = Form
data-what = What
data-title = Session
data-tables = Tables
data-tables-empty = Tables where nothing was recorded
data-audience = For whom
data-public = everybody
data-internal = those who were there
data-withheld = Not in it: confidential or not for the report
data-private = Not in it: the question promised so
data-not-public = Not in it: parked or a note
data-hidden = Not in it: boards still out of sight
data-format = Version of this layout
data-comment = Made by aantafel, layout { $format }.
data-goes-on = continues { $code }
report-theme-silent = { $some }. Not mentioned: { $none }
report-votes-more = { $count ->
    [one] And 1 more option, with no more votes. It stands at the table where it was said.
   *[other] And { $count } more options, with no more votes. They stand at the table where they were said.
}
report-lessons = Lessons for a next time
report-agreements-carried = { $count ->
    [one] 1 from before
   *[other] { $count } from before
}
