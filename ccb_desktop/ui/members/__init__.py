"""The roster: its page, the person's form, events, and units."""
