# What is not right, and what to do about it.

check-date-unclear = “{ $text }” is not a date I understand. Type for example 1 dec or friday.
