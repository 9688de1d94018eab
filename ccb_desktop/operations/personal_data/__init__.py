"""Personal data as an officer deals with it: consent, extracts, exports, corrections, erasure."""
