"""Funds: vouchers and the ledger, dues, campaigns, loans."""
