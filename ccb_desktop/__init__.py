"""CCB Desktop: the books and papers of one branch of the Vietnam Veterans' Association."""

__version__ = "0.1.0"
