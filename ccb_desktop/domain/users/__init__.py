"""Who works with the books: users, their roles and duties, passwords, the recovery code."""
