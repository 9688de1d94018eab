"""The tab Việc tang: a death in one guided window, begun, resumed and closed."""
