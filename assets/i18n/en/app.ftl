# What stands on the screen: the beginning, the table, the lead, the harvest.
# One message per key, in plain language, without exclamation marks.
# Numbers get their own commas; hand over a year as text.

begin-greeting-morning = Good morning. Who is at the table today?
begin-greeting-afternoon = Good afternoon. Who is at the table today?
begin-greeting-evening = Good evening. Who is at the table tonight?
