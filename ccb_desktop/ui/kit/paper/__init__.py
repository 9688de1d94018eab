"""Draws the pages of a paper: its fonts, its pictures, on the screen and on a printer."""
