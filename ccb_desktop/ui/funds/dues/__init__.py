"""The tab Hội phí: the grid of a chi hội and year, and the windows around it."""
