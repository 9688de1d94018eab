"""The tables out of which figures, reports and lists are made."""

KINDS = frozenset(
    {
        *("persons", "memberships", "membership_events", "units", "posts", "policies"),
        *("households", "household_years", "manual_figures", "report_texts", "settings"),
        *("terms", "codes", "funds", "vouchers", "dues_rates", "dues_exemptions"),
        *("dues_payments", "campaigns", "campaign_targets", "contributions", "loans"),
        *("repayments", "loan_extensions", "bank_loan_counts", "visits", "housing_supports"),
        *("housing_sources", "key_tasks", "task_items", "assignments", "progress_steps"),
        *("activities", "member_results", "unit_ratings", "awards"),
    }
)
"""After a change of these whatever is made of the books is made anew."""
