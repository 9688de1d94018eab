"""The tab Xếp loại đơn vị: units × criteria, ratings, the score sheet of a year."""
