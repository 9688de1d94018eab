"""The figures of the branch: what each is, how it is counted, which records stand behind it."""
