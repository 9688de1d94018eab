"""Lists that name people are told of before they leave; others are not."""

from datetime import date

from ccb_desktop.domain.papers import Band, Column, Letterhead, ListPaper, PaperTable
from ccb_desktop.domain.submissions.personal import personal_data


def paper(labels, rows):
    columns = tuple(Column(label, 20) for label in labels)
    head = Letterhead(parent="", issuer="", place="", on=date(2026, 6, 30))
    table = PaperTable(columns=columns, rows=rows)
    return ListPaper(letterhead=head, title="DS", subtitle="", tables=(table,))


def test_columns_and_people_are_told_with_what_is_masked():
    rows = [Band("Chi hội 1"), ("An", "001"), ("Bình", "002")]
    found = personal_data("Danh sách", paper(["Họ và tên", "CCCD"], rows), masked=True)
    assert found.sentence == "Danh sách: 2 dòng, có Họ và tên, CCCD (đã che một phần)"
    plain = personal_data("Danh sách", paper(["Họ và tên", "CCCD"], rows), masked=False)
    assert plain.sentence == "Danh sách: 2 dòng, có Họ và tên, CCCD"


def test_a_list_without_names_or_without_people_is_not_told():
    assert personal_data("Đơn vị", paper(["Tên đơn vị"], [("Chi hội 1",)]), masked=True) is None
    assert personal_data("Danh sách", paper(["Họ và tên"], []), masked=True) is None
