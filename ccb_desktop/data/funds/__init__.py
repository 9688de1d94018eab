"""Funds in the store: vouchers and the ledger, dues, campaigns, loans."""
