"""One person of two records: what each says, what is chosen, one course of memberships."""
