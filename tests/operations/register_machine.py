"""A machine that gives, keeps, cancels, takes back and undoes numbers in any order."""

import tempfile
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from ccb_desktop.domain.branch import NumberStyle
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.register.documents import Direction, Document, DocumentState, NumberOrder
from ccb_desktop.operations import branch, register, undo
from ccb_desktop.operations.register_undo import beside
from ccb_desktop.paths import DataFolder
from tests.conftest import BRANCH

DAYS = st.sampled_from([date(2025, 7, 1), date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 5)])
PLACES = st.integers(0, 9)


class RegisterMachine(RuleBasedStateMachine):
    """Whatever happens, no number stands twice in a year and none is left out."""

    def __init__(self):
        super().__init__()
        self.home = tempfile.TemporaryDirectory()
        self.store = branch.start_branch(DataFolder(Path(self.home.name) / "so"), BRANCH)

    def teardown(self):
        self.store.close()
        self.home.cleanup()

    def documents(self):
        lines = [line for way in Direction for line in register.list_lines(self.store, way)]
        return [line.document for line in lines]

    def one(self, place):
        found = self.documents()
        return found[place % len(found)] if found else None

    @rule(kind=st.sampled_from(["BC", "QĐ"]), on=DAYS, kept=st.booleans())
    def give(self, kind, on, kept):
        state = DocumentState.RESERVED if kept else DocumentState.ISSUED
        foreseen = register.next_number(self.store, kind, on)
        order = NumberOrder(kind=kind, on=on, subject="Việc Hội", state=state)
        given = register.give_number(self.store, order).document
        assert (given.number, given.symbol) == (foreseen.number, foreseen.symbol)

    @rule(kind=st.sampled_from(["BC", "CV"]), on=DAYS)
    def enter(self, kind, on):
        document = Document(
            direction=Direction.IN, kind=kind, series="", subject="Mời họp", issuer="Tỉnh hội"
        )
        register.enter_arrival(self.store, replace(document, arrived_on=on))

    @rule(place=PLACES)
    def cancel(self, place):
        document = self.one(place)
        if document is not None:
            with suppress(Conflict):
                register.cancel(self.store, document.id, "Ghi nhầm")

    @rule(place=PLACES)
    def take_back(self, place):
        document = self.one(place)
        if document is not None:
            with suppress(Conflict):
                register.take_back(self.store, document.id)

    @rule(place=PLACES, on=DAYS)
    def issue(self, place, on):
        document = self.one(place)
        if document is not None and document.direction is Direction.OUT:
            with suppress(Conflict, Invalid):
                made = replace(document, issued_on=on, state=DocumentState.ISSUED)
                register.issue(self.store, made)

    @rule(place=PLACES)
    def undo(self, place):
        acts = [one for one in undo.list_actions(self.store) if one.kinds == {"documents"}]
        if acts:
            with suppress(Conflict):
                undo.undo(self.store, acts[place % len(acts)].id)

    @rule(by_term=st.booleans(), style=st.sampled_from(NumberStyle))
    def settle(self, by_term, style):
        known = branch.load_branch(self.store)
        made = replace(known, number_by_term=by_term, number_style=style)
        branch.save_branch(self.store, made)

    @invariant()
    def no_number_stands_twice_and_none_is_left_out(self):
        documents = self.documents()
        kinds = [(one.direction, one.direction is Direction.IN or one.kind) for one in documents]
        for of_what in (
            [(kind, one.series, one.number) for kind, one in zip(kinds, documents, strict=True)],
            [(kind, one.year, one.number) for kind, one in zip(kinds, documents, strict=True)],
        ):
            assert len(set(of_what)) == len(of_what), of_what
        with self.store.reading() as session:
            for one in documents:
                assert one.number == 1 or one.number - 1 in beside(session, one), one
