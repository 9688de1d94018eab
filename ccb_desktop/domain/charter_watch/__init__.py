"""What the charter asks of the branch, watched rule by rule (`rules.md` 2–10): told, never done."""
