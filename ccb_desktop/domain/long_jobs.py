"""How a long job tells how far it is, and lets itself be stopped."""

from collections.abc import Callable

Tell = Callable[[int, int, str], None]
"""Is told how much was done, of how much, and what is in hand; raises `Stopped` to stop."""


def tell_nobody(_done: int, _whole: int, _text: str) -> None:
    """For jobs that nobody waits for."""
