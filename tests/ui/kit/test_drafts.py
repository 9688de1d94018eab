"""Drafts on disk."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from ccb_desktop.ui.kit.broadcast import Broadcast
from ccb_desktop.ui.kit.drafts import NOWHERE, Draft, Drafts
from ccb_desktop.ui.kit.drafts_notice import DraftsNotice, TypedText
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.page import Page
from ccb_desktop.ui.kit.password_field import PasswordField
from ccb_desktop.ui.kit.text_draft import TextDraft
from ccb_desktop.ui.kit.text_fields import LongTextField, TextField
from tests.ui.hands import button, click, show, type_text


def draft(form_id, hour=8, **more):
    return Draft(
        form_id=form_id,
        page="members",
        kind="member",
        title="Thêm hội viên",
        subject=3,
        typed={"full_name": "Nguyễn Văn An", "periods": ["A"]},
        kept_at=datetime(2026, 6, 5, hour, tzinfo=UTC),
        **more,
    )


def test_drafts_come_back_as_they_were_newest_first(tmp_path):
    drafts = Drafts(tmp_path / "ban-nhap")
    drafts.keep(draft("a", 8))
    drafts.keep(draft("b", 9))
    drafts.keep(draft("a", 10))
    assert drafts.left_over() == [draft("a", 10), draft("b", 9)]
    drafts.drop("a")
    drafts.drop("a")
    assert drafts.left_over() == [draft("b", 9)]


def test_what_cannot_be_read_is_passed_over(tmp_path):
    (tmp_path / "x.json").write_text("{", "utf-8")
    (tmp_path / "y.json").write_text("{}", "utf-8")
    assert Drafts(tmp_path).left_over() == []


def test_a_protected_store_seals_its_drafts(tmp_path):
    def turn(raw):
        return bytes(byte ^ 0x5A for byte in raw)

    sealed = Drafts(tmp_path, seal=turn, unseal=turn)
    sealed.keep(draft("a"))
    raw = (tmp_path / "a.json").read_bytes()
    assert b"full_name" not in raw
    assert sealed.left_over() == [draft("a")]
    assert Drafts(tmp_path).left_over() == []


def test_a_folder_that_cannot_be_written_to_costs_nothing(tmp_path):
    (tmp_path / "file").write_text("x", "utf-8")
    drafts = Drafts(tmp_path / "file" / "drafts")
    drafts.keep(draft("a"))
    assert drafts.left_over() == []


@pytest.fixture
def notice(qt_app, tmp_path):
    drafts = Drafts(tmp_path)
    drafts.keep(draft("a"))
    broadcast = Broadcast()
    places = []
    broadcast.wanted.connect(places.append)
    made = DraftsNotice(drafts, broadcast)
    made.look()
    return show(made), drafts, places


def test_a_draft_is_offered_back_to_its_page(notice):
    made, drafts, places = notice
    click(button(made, "Mở lại"))
    assert [(place.page, place.record_id) for place in places] == [("members", 3)]
    assert places[0].filters["draft"] == draft("a")
    assert made.isHidden()
    assert drafts.left_over() == [draft("a")]


def test_a_draft_may_be_dropped(notice):
    made, drafts, places = notice
    click(button(made, "Bỏ"))
    assert (places, drafts.left_over(), made.isHidden()) == ([], [], True)


def test_without_drafts_there_is_nothing_to_be_seen(qt_app, tmp_path):
    made = DraftsNotice(Drafts(tmp_path), Broadcast())
    made.look()
    assert made.isHidden()


class Small(Page):
    """A page whose forms nobody can open again."""

    def __init__(self, desk):
        super().__init__(desk, "Trang", "Để thử")


def test_a_form_that_only_its_page_could_open_is_kept_as_text(desk):
    page = show(Small(desk))
    form = Form()
    form.add(
        [
            TextField("reason", "Lý do"),
            LongTextField("note", "Ghi chú"),
            PasswordField("password", "Mật khẩu"),
        ]
    )
    dialog = FormDialog(page, "Bỏ kỷ luật", form, lambda *_given: None)
    dialog.open()
    type_text(form.field("reason").line, "Ghi nhầm người")
    type_text(form.field("password").line, "bí mật 2026")
    dialog._keep_draft()
    [kept] = desk.drafts.left_over()
    assert (kept.page, kept.typed) == (NOWHERE, {"Lý do": "Ghi nhầm người"})
    notice = DraftsNotice(desk.drafts, Broadcast())
    notice.look()
    show(notice)
    click(button(notice, "Xem chữ đã gõ"))
    shown = notice.findChild(TypedText)
    assert shown.box.toPlainText() == "Lý do: Ghi nhầm người"
    click(button(shown, "Chép tất cả"))
    assert QApplication.clipboard().text() == "Lý do: Ghi nhầm người"
    click(button(shown, "Đóng"))
    assert notice.isVisible()
    click(button(notice, "Bỏ"))
    assert desk.drafts.left_over() == []
    dialog._leave()


def test_saving_such_a_form_forgets_its_text(desk):
    page = show(Small(desk))
    form = Form()
    form.add([TextField("reason", "Lý do")])
    dialog = FormDialog(page, "Bỏ kỷ luật", form, lambda *_given: None)
    dialog.open()
    type_text(form.field("reason").line, "Ghi nhầm")
    dialog._keep_draft()
    assert len(desk.drafts.left_over()) == 1
    dialog.save()
    assert desk.drafts.left_over() == []


def test_a_form_that_stands_in_a_page_is_kept_until_it_is_saved(desk):
    page = Small(desk)
    form = Form()
    form.add([TextField("name", "Tên Hội"), PasswordField("password", "Mật khẩu")])
    page.body.addWidget(form)
    show(page)
    type_text(form.field("name").line, "Hội CCB xã Mới")
    type_text(form.field("password").line, "bí mật 2026")
    form.findChild(TextDraft).look()
    [kept] = desk.drafts.left_over()
    assert (kept.title, kept.typed) == ("Trang", {"Tên Hội": "Hội CCB xã Mới"})
    form.settle()
    form.findChild(TextDraft).look()
    assert desk.drafts.left_over() == []
