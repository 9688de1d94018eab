"""Every mapped class, by subject; read them through `data.tables`."""
