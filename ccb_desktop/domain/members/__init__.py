"""People, memberships, units, posts and households, and the rules that bind them."""
