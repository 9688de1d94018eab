"""What the treasurer does: funds, vouchers, dues, campaigns, loans."""
