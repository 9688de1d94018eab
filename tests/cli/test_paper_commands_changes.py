"""`list changes` on the command line: who came, went and moved between two days."""

import json

from ccb_desktop.cli.run import run
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.operations.branch import open_branch
from tests.books import add_event, add_member, add_unit


def test_the_changes_between_two_days(data_folder, tmp_path, capsys):
    with open_branch(data_folder) as store:
        first, second = add_unit(store), add_unit(store, "CH2", "Chi hội 2")
        add_member(store, "Nguyễn Văn An", first)
        add_member(store, "Lê Văn Ba", first)
        add_event(store, 1, EventKind.MOVED_UNIT, "3/2/2025", unit_id=second)
        add_event(store, 2, EventKind.DECEASED, "4/2/2025")
        add_event(store, 1, EventKind.EXEMPTED, "5/7/2025")
    period = ["--from", "2025-01-01", "--on", "2025-06-30", "--data-dir", str(data_folder.root)]
    assert run(["list", "changes", "--json", *period]) == 0
    said = json.loads(capsys.readouterr().out)
    found = [dict(zip(said["columns"], row, strict=True)) for row in said["rows"]]
    assert [(row["Họ và tên"], row["Chi hội"], row["Thay đổi"]) for row in found] == [
        ("Lê Văn Ba", "Chi hội 1", "Từ trần"),
        ("Nguyễn Văn An", "Chi hội 1", "Sang Chi hội 2"),
        ("Nguyễn Văn An", "Chi hội 2", "Từ Chi hội 1 đến"),
    ]
    out = tmp_path / "thay-doi.docx"
    assert run(["list", "changes", "--out", str(out), *period]) == 0
    assert out.exists()
