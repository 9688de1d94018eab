"""The rules of the Hội and of Vietnamese: no Qt, no SQL, no files."""
