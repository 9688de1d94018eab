"""The practice branch: fictional people with plausible lives, the same for the same seed."""
