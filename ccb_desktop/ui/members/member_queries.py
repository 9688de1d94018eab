"""What a filter of the members' list can ask about, the branch's own fields among it."""

from ccb_desktop.domain.own_queries import TextsOf, own_query_fields
from ccb_desktop.domain.queries import QueryField
from ccb_desktop.domain.roster_queries import member_query_fields as member_query_fields
from ccb_desktop.ui.members.words import RosterWords


def list_query_fields(words: RosterWords, texts_of: TextsOf) -> list[QueryField]:
    """The fields in the order in which they are offered."""
    return [*member_query_fields(words), *own_query_fields(words.own_fields, texts_of)]
