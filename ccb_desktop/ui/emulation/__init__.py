"""The page Thi đua: gradings of members, families and units, awards."""
