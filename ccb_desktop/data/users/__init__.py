"""Users in the store, and the keys outside it by which they open it."""
