"""Word templates with fields: which there are, what they may ask for, what the branch changed."""
