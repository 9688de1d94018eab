"""The Word templates of the branch: seen, changed, checked, put back."""
