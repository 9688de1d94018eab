"""The tab Nhiệm vụ: what was handed to a person, and what he signed for a year."""

from collections.abc import Sequence
from datetime import date

from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.task_papers.task_book import state_of
from ccb_desktop.domain.tasks.commitments import CommitmentLine
from ccb_desktop.domain.tasks.labels import FIELD as TASK_FIELD
from ccb_desktop.domain.tasks.labels import KEPT, LABELS
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.people import PersonFile
from ccb_desktop.operations.tasks.person_work import PersonWork, load_person_work
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.widgets import label
from ccb_desktop.ui.members.person_tab import LatePersonTab
from ccb_desktop.ui.members.words import RosterWords

_ROWS = 4


class WorkTab(LatePersonTab):
    """Read when it is first looked at; what it shows is written on the page Nhiệm vụ."""

    def __init__(self, desk: Desk, store: Store, words: RosterWords, file: PersonFile) -> None:
        super().__init__(desk, store, words, file)
        self._work = PersonWork()
        self.tasks: RecordTable[TaskLine] = RecordTable(
            "person-tasks",
            self._task_columns(),
            id_of=lambda line: line.id,
            acts=[Act("Mở trong lịch việc", self._open_task, icon="open", main=True, reads=True)],
            noun="việc",
            empty=EmptyText("Chưa giao việc nào cho riêng người này", "Giao ở trang Nhiệm vụ."),
            brief=_ROWS,
        )
        self.commitments: RecordTable[CommitmentLine] = RecordTable(
            "person-commitments",
            _COMMITMENTS,
            id_of=lambda line: line.commitment.id,
            acts=[
                Act(
                    "Mở trong đăng ký thi đua",
                    self._open_commitment,
                    icon="open",
                    main=True,
                    reads=True,
                )
            ],
            noun="năm",
            empty=EmptyText("Chưa đăng ký thi đua năm nào", "Ghi ở trang Nhiệm vụ."),
            brief=_ROWS,
        )
        for heading, table in (
            ("Việc được giao", self.tasks),
            ("Đăng ký thi đua", self.commitments),
        ):
            self.body.addWidget(label(heading, "heading"))
            self.body.addWidget(table)

    def read(self) -> None:
        """Read the book, and show what it says."""
        self._work = load_person_work(self.store, self.person_id)
        self.tasks.set_lines(self._work.tasks)
        self.commitments.set_lines(self._work.commitments)

    def _open_task(self, chosen: Sequence[TaskLine]) -> None:
        self.leave_for(Place("tasks", chosen[0].id, {"tab": "schedule"}))

    def _open_commitment(self, chosen: Sequence[CommitmentLine]) -> None:
        one = chosen[0].commitment
        self.leave_for(Place("tasks", one.id, {"tab": "commitments", "year": one.year}))

    def _task_columns(self) -> list[Column[TaskLine]]:
        def state(line: TaskLine) -> str:
            return state_of(line, date.today(), self._work.soon_days)

        return [
            Column(
                "ends_on",
                TASK_FIELD["due_on"],
                lambda line: short_date(line.ends_on),
                lambda line: line.ends_on,
                width=10,
            ),
            Column("what", LABELS["task_items", "what"], lambda line: line.item.what, width=34),
            Column(
                "result", "Kết quả / chỉ tiêu", lambda line: line.reached, align="right", width=16
            ),
            Column("state", "Tình trạng", state, width=18),
        ]


_COMMITMENTS: list[Column[CommitmentLine]] = [
    Column("year", "Năm", lambda line: str(line.commitment.year), width=7),
    Column(
        "content",
        LABELS["commitments", "content"],
        lambda line: " ".join(line.commitment.content.split()),
        width=44,
    ),
    Column(
        "signed_on",
        TASK_FIELD["signed_on"],
        lambda line: short_date(line.commitment.signed_on) if line.commitment.signed_on else "",
        lambda line: line.commitment.signed_on,
        width=11,
    ),
    Column("kept", TASK_FIELD["kept"], lambda line: KEPT[line.commitment.kept], width=16),
]
