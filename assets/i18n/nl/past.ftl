# Wat er was: hoe een punt zo geworden is, en de tafel zoals die toen was.

past-history = Hoe “{ $words }” zo werd
past-born = gezegd
past-undid = teruggenomen
past-redid = opnieuw gedaan
past-stands = staat nu zo
past-nobody = niemand
past-off = niet meer: { $mark }
past-round = ronde: { $round }
past-place = bij: { $place }
past-by = van: { $who }
past-for = namens: { $who }
past-loose = hangt nergens onder
past-order = verplaatst in de lijst
past-gone = verwijderd
past-back = teruggehaald
past-is-so = Zo staat het er nu al.
past-put-back = Het staat er weer zoals toen. Ctrl+Z neemt dat terug.
past-nothing = Aan deze tafel is nog niets veranderd.
past-choose = Kies met ↑ en ↓ wat je terug wilt halen, dan Enter.
past-bar = Zo was het om { $time } · { $nth } van { $count }
past-bar-first = Zo was het voor { $time } · 0 van { $count }
past-bar-last = Zo is het sinds { $time } · { $nth } van { $count }, het laatste
past-unsure = { $count ->
    [one] van één ding weet niemand hoe het toen was
   *[other] van { $count } dingen weet niemand hoe het toen was
}
past-line = zoals het was · Esc gaat naar nu
past-no-time = dat is geen tijd
past-hint = typ een tijd zoals 14:32, of kies met ↑ ↓ en haal terug met Enter
past-shown = Zo was het op { $date } om { $time }.
past-at-its-table = Terugzetten kan aan de tafel zelf: Enter gaat ernaartoe.
