"""What the clerk does with people, memberships, units, posts and households."""
