"""What the papers of the treasurer say: books, lists, vouchers, counted cash."""
