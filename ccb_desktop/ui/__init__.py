"""Windows: Qt lives here and in app only."""
