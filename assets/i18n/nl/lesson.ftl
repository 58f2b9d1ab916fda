# Lessons for a next time.
lesson-place = Waar
lesson-conditions = Als
lesson-know = Goed om te weten
lesson-named = in { $count } van { $of } { $of ->
    [one] lab
   *[other] labs
 } genoemd
lesson-fits = Lessen die hierbij passen:
where-lesson = Een les
lesson-title = Les voor een volgende keer
lesson-place-ask = Waar geldt dit?
lesson-conditions-ask = Onder welke voorwaarden?
lesson-know-ask = Wat moet je weten om niet bij nul te beginnen?
lesson-hint = Alles mag leeg blijven. Met Esc is het een les zonder meer.
lesson-unsaved = Dit is nog niet bewaard: Enter bewaart, nog eens Esc laat het weg.
lesson-kept = les, bewaard
lesson-none = geen les meer
lesson-choose = Kies eerst een regel of een thema.
lesson-many = { $count } { $count ->
    [one] les
   *[other] lessen
 } erbij; e op een regel vult aan
lesson-fit = { $count } { $count ->
    [one] les past
   *[other] lessen passen
 } hierbij
lesson-read = Ctrl+L leest ze
lesson-themed = thema { $theme } in { $count } van { $of } { $of ->
    [one] lab
   *[other] labs
 }
lesson-only-theme = alleen het thema
