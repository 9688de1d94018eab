"""The page Hoạt động: the book of activities, the regularity of meetings."""
