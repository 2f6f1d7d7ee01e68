"""Who has decided what, is it in force, and does anybody look after it."""
