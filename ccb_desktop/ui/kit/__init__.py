"""Parts that every page of the window is built from."""
