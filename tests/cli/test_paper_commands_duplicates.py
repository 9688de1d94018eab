"""`list duplicates` on the command line: every pair with its score and why."""

import json

from ccb_desktop.cli.run import run
from ccb_desktop.operations.branch import open_branch
from tests.books import add_member, add_unit


def test_the_people_who_may_be_in_the_books_twice(data_folder, capsys):
    with open_branch(data_folder) as store:
        first = add_unit(store, former_ward="An Thịnh")
        second = add_unit(store, "CH2", "Chi hội 2", former_ward="Bến Chùa")
        add_member(store, "Nguyễn Văn An", first, home_town="Nam Định")
        add_member(store, "Trần Bình", first)
        add_member(store, "NGUYEN VAN AN", second, home_town="xã Hải Minh, Nam Định")
    assert run(["list", "duplicates", "--json", "--data-dir", str(data_folder.root)]) == 0
    said = json.loads(capsys.readouterr().out)
    (row,) = said["rows"]
    found = dict(zip(said["columns"], row, strict=True))
    assert found["Người thứ nhất"] == "Nguyễn Văn An"
    assert found["Chi hội (người thứ hai)"] == "Chi hội 2"
    assert found["Vì sao"] == "cùng họ tên, cùng năm sinh 1952, cùng quê"
    assert int(found["Điểm"]) > 70
