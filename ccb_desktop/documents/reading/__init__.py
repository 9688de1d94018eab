"""Reads the spreadsheets that officers bring, in a process of their own."""
