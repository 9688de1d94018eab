"""Lists and packages that come in: the import wizard and the log of imports."""
