# Lessons for a next time.
lesson-place = Where
lesson-conditions = If
lesson-know = Good to know
lesson-named = named in { $count } of { $of } { $of ->
    [one] lab
   *[other] labs
 }
lesson-fits = Lessons that fit this one:
where-lesson = A lesson
lesson-title = Lesson for a next time
lesson-place-ask = Where does this hold?
lesson-conditions-ask = Under which conditions?
lesson-know-ask = What must one know to not start at zero?
lesson-hint = All of it may stay empty. With Esc it is a lesson and no more.
lesson-unsaved = This is not saved yet: Enter saves it, Esc again leaves it out.
lesson-kept = lesson, saved
lesson-none = no lesson any more
lesson-choose = Choose a line or a theme first.
lesson-many = { $count } { $count ->
    [one] lesson
   *[other] lessons
 } added; e on a line says more
lesson-fit = { $count } { $count ->
    [one] lesson fits
   *[other] lessons fit
 } this one
lesson-read = Ctrl+L reads them
lesson-themed = theme { $theme } in { $count } of { $of } { $of ->
    [one] lab
   *[other] labs
 }
lesson-only-theme = the theme only
