"""Windows for figures and the papers made of them."""
