"""Cards of members and labels for letters, printed for those who were chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ccb_desktop.data.members.files import load_member_files
from ccb_desktop.data.store import Store
from ccb_desktop.documents.word.cut_sheet import write_cut_sheet
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.member_papers import cards
from ccb_desktop.domain.member_papers.cards import CutCard, CutSheet
from ccb_desktop.domain.member_papers.member_sheet import MemberFile, SheetSource
from ccb_desktop.operations.personal_exports import leaving
from ccb_desktop.operations.sheet_sources import sheet_source


@dataclass(frozen=True, slots=True)
class PieceKind:
    """One kind of piece that is printed for many.

    Attributes:
        label: What the officer calls a file of them.
        file_name: What it is called at first.
    """

    label: str
    title: str
    file_name: str
    sheet: CutSheet
    make: Callable[[SheetSource, Sequence[MemberFile]], list[CutCard]]

    def write(self, store: Store, person_ids: Sequence[int], out: Path) -> Path:
        """Write them for some people into one Word file, in the order given.

        Raises:
            Invalid: Nobody is chosen, or the file is no `.docx`.
            NotFound: Somebody is not in the books.
            FileInUse, DiskFull, ReadOnly: The file cannot be written; an old one is as it was.
        """
        if not person_ids:
            raise Invalid({"person": f"Chưa chọn người nào để in {self.label}."})
        if out.suffix.lower() != ".docx":
            raise Invalid({"out": "Tên tệp phải có đuôi .docx (Word)."})
        today = date.today()
        with store.reading() as session:
            source = sheet_source(session, today)
            files = load_member_files(session, person_ids)
        branch = source.branch
        with leaving(store, out, self.title, person_ids=person_ids):
            return write_cut_sheet(
                self.make(source, files),
                self.sheet,
                self.title,
                branch.name,
                out,
                practice=branch.practice,
            )


SHEETS = {
    "cards": PieceKind(
        "thẻ hội viên", "Thẻ hội viên", "The-hoi-vien.docx", cards.CARDS, cards.member_cards
    ),
    "labels": PieceKind(
        "nhãn địa chỉ", "Nhãn địa chỉ", "Nhan-dia-chi.docx", cards.LABELS, cards.address_labels
    ),
}
"""By the name under which the command line knows them."""
