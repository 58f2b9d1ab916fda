# What the board of Group says.

form-group-what = What there is
form-group-column = Group
form-group-open-head = Not in a group yet
form-group-outliers = Outliers
form-group-marked = chosen
form-group-mean = mean { $mean }
form-group-hint-first = type a name: that group is made at once
form-group-hint = 2 = to group 2 · a name = a new group · space chooses more
form-group-chosen = { $count ->
    [one] 1 row is chosen: type a number or a name.
   *[other] { $count } rows are chosen: type a number or a name.
}
form-group-open = { $count ->
    [one] 1 is not in a group yet.
   *[other] { $count } are not in a group yet.
}
form-group-many = There are { $count } groups; at most { $most } are asked for.
form-group-exactly = { $count ->
    [one] There is 1 group; { $wanted } are asked for.
   *[other] There are { $count } groups; { $wanted } are asked for.
}
form-group-moved = { $count ->
    [one] “{ $what }” is now in { $group }.
   *[other] { $count } rows are now in { $group }.
}
form-group-made = { $count ->
    [one] New group { $group }, with “{ $what }”.
   *[other] New group { $group }, with { $count } rows.
}
form-group-out = { $count ->
    [one] “{ $what }” is in no group now.
   *[other] { $count } rows are in no group now.
}
form-group-merged = { $from } is now part of { $into }.
form-group-renamed = { $was } is now called { $now }.
form-group-doubled = “{ $what }” was put together with { $row }.
form-group-nothing-here = There is no row to put in a group.
form-group-already = It is so already.
form-group-no-group = There is no group { $group }. Type a name to make a group.
form-group-no-row = There is no row { $row }.
form-group-no-outliers = Everything belongs in a group here; there is no place for outliers.
form-group-no-double = Only two different points of this table can be put together.
form-group-itself = A group cannot be put together with itself.
form-group-name-taken = There is a group { $group } already. To put them together: { $from } > { $into }.
form-group-odd = Type a number, a name, “5 7 > 2”, “2 = new name”, or “= 14” for a double.
