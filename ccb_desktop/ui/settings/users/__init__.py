"""Users in the window: signing in, the locked screen, the tab of users, encryption."""
