"""What officers do to care for people: visit, give, bury, build."""
