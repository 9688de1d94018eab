"""The store side of people, memberships, units, posts and households."""
