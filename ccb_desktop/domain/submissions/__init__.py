"""What the branch hands up and what comes back: packages, submissions, who signed them."""
