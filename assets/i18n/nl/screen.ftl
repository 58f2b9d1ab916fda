# Het scherm voor de zaal: weinig woorden, groot.

screen-round = ronde { $nth } van { $count }
screen-step = stap { $nth } van { $count }
screen-soon = we beginnen zo
screen-paused = de klok staat stil
screen-over = de tijd is om
screen-nothing = nog niets
screen-hidden = nog niet te zien
screen-break = Pauze
screen-back = we gaan verder om
screen-tables = { $count ->
    [one] van één tafel
   *[other] van { $count } tafels
}
screen-seats = Wie zit waar: { $title }
