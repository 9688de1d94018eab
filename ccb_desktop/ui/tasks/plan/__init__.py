"""The tab Kế hoạch năm."""
