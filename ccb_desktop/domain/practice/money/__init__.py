"""The money of the practice branch: ten funds on two levels, five years of books."""
