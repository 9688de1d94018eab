"""Meetings, talks, supervision, clean-ups: what the Hội did, and who was there."""
