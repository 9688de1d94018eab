"""Decisions and letters written to Word for one or many, and templates of the branch's own."""

import shutil
import zipfile
from datetime import date

import pytest
from docx import Document

from ccb_desktop.domain.errors import BadFile, Invalid, NotFound
from ccb_desktop.domain.member_papers.decisions import FORMS
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.operations import branch, member_forms
from ccb_desktop.paths import resources
from tests.books import add_event, add_member, day


@pytest.fixture
def people(store):
    """Two members whom something of every form has happened to."""
    for number, name in enumerate(("Trần Văn Một", "Lê Thị Hai & Ba"), 1):
        add_member(store, name, address=f"Số {number} đường Bờ Kênh")
        add_event(store, number, EventKind.EXEMPTED, "1/3/2025", reason="Tuổi cao")
    add_event(
        *(store, 1, EventKind.TRANSFERRED_OUT, "30/3/2026"),
        elsewhere="Hội CCB xã Phú Mỹ",
        decision_no="02/GGT-CCB",
        decision_on=day("23/3/2026"),
    )
    add_event(store, 2, EventKind.STRUCK_OFF, "1/6/2026", reason="Bỏ sinh hoạt 12 tháng")
    return [1, 2]


def text_of(path):
    document = Document(path)
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([*cells, *(p.text for p in document.paragraphs)])


@pytest.mark.parametrize("name", FORMS)
def test_every_form_is_filled_for_each_of_many(store, people, tmp_path, name):
    out = member_forms.write_form(store, name, people, tmp_path / "giay.docx")
    text = text_of(out)
    for person in ("Trần Văn Một", "Lê Thị Hai & Ba"):
        assert person in text or person.upper() in text
    assert "{{" not in text and "None" not in text
    assert text.count("Độc lập - Tự do - Hạnh phúc") == 2
    with zipfile.ZipFile(out) as package:
        assert package.read("word/document.xml").count(b"pageBreakBefore") == 1


@pytest.mark.parametrize(
    ("name", "person", "said"),
    [
        ("introduction", 1, "Kính gửi: Hội CCB xã Phú Mỹ"),
        ("introduction", 1, "nộp cho nơi đến trong 30 ngày làm việc, chậm nhất ngày 07/05/2026"),
        ("introduction", 1, "Số: 02/GGT-CCB"),
        ("exemption-decision", 1, "cứ 3 tháng báo cáo chi hội một lần"),
        ("exemption-decision", 1, "Lý do: Tuổi cao."),
        ("strike-off-decision", 2, "Lý do: Bỏ sinh hoạt 12 tháng."),
        ("admission-decision", 1, "lễ kết nạp trong 30 ngày làm việc"),
        ("admission-decision", 1, "sinh hoạt tại Chi hội 1"),
    ],
)
def test_what_a_form_says(store, people, tmp_path, name, person, said):
    out = member_forms.write_form(store, name, [person], tmp_path / "giay.docx")
    assert said in text_of(out)


def test_a_practice_branch_says_so_on_the_page(store, people, tmp_path):
    def headers():
        out = member_forms.write_form(store, "introduction", [1], tmp_path / "giay.docx")
        return Document(out).sections[0].header.paragraphs[0].text

    assert headers() == ""
    known = branch.load_branch(store)
    branch.save_branch(store, branch.replace(known, practice=True))
    assert headers().startswith("SỐ LIỆU THỰC HÀNH")


def test_the_branchs_own_template_is_used_and_checked(store, people, tmp_path):
    form = FORMS["introduction"]
    own = store.folder.templates / form.template
    own.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(resources() / "templates" / form.template, own)
    document = Document(own)
    document.add_paragraph("Mẫu riêng của {{ issuer_name }}")
    document.save(own)
    out = tmp_path / "giay.docx"
    member_forms.write_form(store, "introduction", [1], out)
    assert "Mẫu riêng của Hội CCB phường An Bình" in text_of(out)
    document.add_paragraph("{{ ten_la }}")
    document.save(own)
    with pytest.raises(BadFile, match="ten_la"):
        member_forms.write_form(store, "introduction", [1], out)
    assert "Mẫu riêng" in text_of(out)


def test_what_cannot_be_printed(store, people, tmp_path):
    out = tmp_path / "giay.docx"
    with pytest.raises(NotFound, match="introduction"):
        member_forms.write_form(store, "no-such", people, out)
    with pytest.raises(Invalid, match="Chưa chọn"):
        member_forms.write_form(store, "introduction", [], out)
    with pytest.raises(Invalid, match="docx"):
        member_forms.write_form(store, "introduction", [1], tmp_path / "giay.pdf")
    with pytest.raises(NotFound):
        member_forms.write_form(store, "introduction", [99], out)
    assert not out.exists()


def test_the_suggested_name_is_plain(store):
    name = member_forms.suggested_name(store, "admission-decision", date(2026, 6, 30))
    assert name == "Quyet-dinh-ket-nap_Phuong-An-Binh_2026-06-30.docx"
