"""The words of the roster, under the name by which its windows know them."""

from ccb_desktop.domain.roster_words import Choices as Choices
from ccb_desktop.domain.roster_words import RosterWords as RosterWords
from ccb_desktop.operations.members.roster_words import load_words as load_words
