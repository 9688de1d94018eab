"""The steps to a package: report, contents, place; nothing is written before the last button."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ccb_desktop.domain.errors import Invalid, Stopped, UserError
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.submissions.drives import Drive
from ccb_desktop.domain.submissions.orders import Destination, PackageOrder
from ccb_desktop.domain.submissions.personal import PersonalData
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.submissions import log, placing
from ccb_desktop.operations.submissions.contents import personal_data_in
from ccb_desktop.operations.submissions.placing import TargetTaken
from ccb_desktop.operations.submissions.sending import Sent, send
from ccb_desktop.operations.withdrawn import withdrawn_in_package
from ccb_desktop.ui.exchange.sending.contents_step import ContentsStep
from ccb_desktop.ui.exchange.sending.place_step import PlaceStep
from ccb_desktop.ui.exchange.sending.report_step import ReportChoice, ReportStep
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.background import Progress
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.widgets import button, column, label

R = TypeVar("R")

_TITLES = ("Bước 1/3: Báo cáo nào", "Bước 2/3: Gửi kèm những gì", "Bước 3/3: Ghi vào đâu")
_LAST = 2


class SendWizard(QWidget):
    """Three steps; the last one writes, reads back and notes the sending."""

    finished = Signal(object, bool)
    """The package was written; carries `Sent`, and whether it is on a stick."""

    left = Signal()
    """The officer left the steps; nothing was written."""

    def __init__(self, desk: Desk, store: Store) -> None:
        super().__init__()
        self._desk = desk
        self._store = store
        self._jobs = 0
        self._round = 0  # which sending it is: what comes back of an earlier one is not wanted
        self._title = label("", "heading")
        self.report = ReportStep(self._enable)
        self.contents = ContentsStep()
        self.place = PlaceStep(self._look_for_sticks)
        self._steps = QStackedWidget()
        for step in (self.report, self.contents, self.place):
            self._steps.addWidget(step)
        self._leave = button("Thôi, không gửi", self._give_up, role="plain", icon="close")
        self._back = button("Quay lại", self._go_back, icon="back")
        self._next = button("Tiếp tục", self._go_on, role="main", icon="next")
        for step in (self.contents, self.place):
            step.form.lead_on(self._next)
        feet = QHBoxLayout()
        feet.addWidget(self._leave)
        feet.addStretch(1)
        feet.addWidget(self._back)
        feet.addWidget(self._next)
        layout = column(self, spacing=12)
        layout.addWidget(self._title)
        layout.addWidget(self._steps, 1)
        layout.addLayout(feet)

    def begin(self, wanted: ReportChoice | None = None, lists: tuple[str, ...] = ()) -> None:
        """Start a new sending at the first step.

        Args:
            wanted: The report to choose, where it is still there.
            lists: What is ticked.
        """
        self._round += 1
        self._jobs = 0
        self.report.begin(log.offered_reports(self._store), wanted)
        self.contents.begin(lists)
        self.place.begin()
        self._show(0)

    def take_keyboard(self) -> None:
        """The keyboard stands where the officer goes on."""
        (self.report, self.contents, self.place)[self._steps.currentIndex()].take_keyboard()

    def _show(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self._title.setText(_TITLES[step])
        self._next.setText("Ghi gói" if step == _LAST else "Tiếp tục")
        self._next.setAccessibleName(self._next.text())
        self._back.setVisible(step > 0)
        self._enable()
        self.take_keyboard()

    def _enable(self) -> None:
        free = self._jobs == 0
        self._back.setEnabled(free)
        self._steps.setEnabled(free)
        self._next.setEnabled(free and self.report.chosen is not None)

    def _give_up(self) -> None:
        """Leave; a job that still runs is stopped, and nothing half stays anywhere."""
        self._round += 1
        if self._jobs:
            self._desk.background.stop()
        self._jobs = 0
        self.left.emit()

    def _go_back(self) -> None:
        self._show(self._steps.currentIndex() - 1)

    def _go_on(self) -> None:
        (self._to_contents, self._to_place, self._write)[self._steps.currentIndex()]()

    def _to_contents(self) -> None:
        chosen = self.report.chosen
        if chosen is not None:
            self.contents.offer_fillings(log.offered_fillings(self._store, chosen.period))
            self._show(1)

    def _to_place(self) -> None:
        order = self._order()

        def look(_progress: Progress) -> tuple[list[PersonalData], Sequence[str], list[Drive]]:
            unwilling = withdrawn_in_package(self._store, order)
            return personal_data_in(self._store, order), unwilling, placing.find_drives()

        self._run(
            look,
            self._have_looked,
            "Đang xem dữ liệu cá nhân trong gói",
        )

    def _have_looked(self, found: tuple[list[PersonalData], Sequence[str], list[Drive]]) -> None:
        personal, unwilling, sticks = found
        self.place.warn(personal, unwilling)
        self.place.show_sticks(sticks)
        self._show(_LAST)

    def _look_for_sticks(self) -> None:
        self.place.show_sticks(placing.find_drives())

    def _order(self) -> PackageOrder:
        chosen = self.report.chosen
        if chosen is None:
            raise Invalid({"report": "Chưa chọn báo cáo."})
        return PackageOrder(
            kind=chosen.kind,
            period=Period.parse(chosen.period),
            frozen_id=chosen.frozen_id,
            lists=self.contents.lists,
            masked=self.contents.masked,
            data=self.contents.data,
            filling_ids=self.contents.filling_ids,
            files=self.contents.files,
        )

    def _write(self) -> None:
        try:
            destination = self.place.destination()
        except Invalid:
            return
        self._write_to(destination)

    def _write_to(self, destination: Destination) -> None:
        order = self._order()
        on_stick = self.place.is_stick(destination.folder)
        self._run(
            lambda progress: send(self._store, order, destination, progress.report),
            lambda done: self.finished.emit(done, on_stick),
            "Đang lập và ghi gói báo cáo",
            lambda error: self._not_written(error, destination),
        )

    def _not_written(self, error: UserError, destination: Destination) -> None:
        """What stands there is asked about; what is wrong in a field is told beside it."""
        if isinstance(error, TargetTaken):
            messages.ask(
                self,
                str(error),
                [
                    (
                        "Ghi tên khác",
                        lambda: self._write_to(replace(destination, other_name=True)),
                    ),
                    ("Ghi thay gói cũ", lambda: self._write_to(replace(destination, replace=True))),
                ],
            )
            return
        rest = self.place.mark(error.fields) if isinstance(error, Invalid) else [str(error)]
        if rest:
            messages.tell(self, error)

    def _run(
        self,
        work: Callable[[Progress], R],
        then: Callable[[R], object],
        text: str,
        failed: Callable[[UserError], object] | None = None,
    ) -> None:
        """Do a job of this sending; its result counts unless the officer has left meanwhile.

        Args:
            work: The job.
            then: Gets its result.
            text: What is being done.
            failed: Gets what stood against it; without it that is told.
        """
        asked = self._round
        self._jobs += 1
        self._enable()

        def free() -> bool:
            if self._round != asked:
                return False
            self._jobs -= 1
            self._enable()
            return True

        def done(result: R) -> None:
            if free() or isinstance(result, Sent):  # what is written is written
                then(result)

        def not_done(error: UserError) -> None:
            if free() and not isinstance(error, Stopped):
                (failed or partial(messages.tell, self))(error)

        self._desk.background.run(work, done, not_done, label=text, owner=self)
