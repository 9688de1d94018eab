"""Every form by its name: for whom or what it can be made, and how it is written."""
