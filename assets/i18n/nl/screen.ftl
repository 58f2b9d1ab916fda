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
screen-back-now = kom terug, we gaan zo verder
screen-read-back-right = klopt, zegt de tafel
screen-read-back-addition = hier komt nog iets bij, zegt de tafel
screen-read-back-disagrees = de tafel is het hier niet mee eens
screen-seats = Wie zit waar: { $title }
