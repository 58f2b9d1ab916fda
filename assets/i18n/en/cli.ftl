# The command line: commands, options and what they answer.

cli-about = Leads a living lab through its rounds and captures what every table says. Offline.
