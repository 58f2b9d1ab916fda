# Forms: questions, fields and choices, and what stands below them.

form-optional = may stay empty
