# The screen for the hall: few words, large.

screen-round = round { $nth } of { $count }
screen-step = step { $nth } of { $count }
screen-soon = we are about to begin
screen-paused = the clock stands still
screen-over = time is up
screen-nothing = nothing yet
screen-hidden = not to be seen yet
screen-break = Break
screen-back = we go on at
screen-tables = { $count ->
    [one] from one table
   *[other] from { $count } tables
}
screen-seats = Who sits where: { $title }
