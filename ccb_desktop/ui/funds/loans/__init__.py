"""The tab Cho vay: loans of the funds, chân quỹ, and the policy bank's groups."""
