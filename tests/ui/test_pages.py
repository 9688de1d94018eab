"""Every page and tab as each officer sees it: what he may not do is not offered (K3)."""

import pytest
from PySide6.QtWidgets import QPushButton, QTabWidget

from ccb_desktop.domain.users.users import Role, User
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.seat import place_of
from ccb_desktop.ui.kit.widgets import PushButton
from ccb_desktop.ui.pages import page_specs
from ccb_desktop.ui.settings.tab_groups import TabGroups
from tests.ui import hands

READ = frozenset(
    {
        *("Cột", "Lọc thêm", "Xem tất cả", "Xuất ra Excel", "Bộ lọc", "Việc khác", "Mở"),
        *("In phiếu hỏi", "Sổ hội phí", "Ngày kỷ niệm…", "In kế hoạch", "In", "Mở ô"),
        *("Xem kết quả kỳ", "Các năm…", "Theo chi hội…", "Tiêu chí…", "Viết báo cáo"),
        *("Tạo mẫu Excel", "Kiểm tra kỹ", "Kiểm tra nhanh", "Ghi tệp chẩn đoán…"),
        *("Đối chiếu dấu niêm trên sổ đã in…",),
    }
)
"""Buttons that are no acts of lists and that a mere reader may press: they change nothing, or
lead to a list whose acts are asked for there. Whoever adds one that writes marks it as such."""

EVERYBODYS = frozenset({"Ghim lên đầu, bỏ ghim", "Sao lưu ngay"})
"""Acts of lists that write and are nobody's duty."""


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    """The open books of a practice branch."""
    folder = DataFolder(tmp_path_factory.mktemp("pages") / "branch")
    make_demo_branch(folder, members=30)
    with open_branch(folder) as store:
        yield store


def walk(desk, look, store):
    """Every page but the first, and every tab, as it is seen.

    Pages are held to the end: Qt dies when Python lets go of one while it builds the next.
    """
    held = []
    specs = page_specs(
        desk, look, lambda: store, lambda: None, reopen=lambda: None, backed_up=lambda: None
    )
    for spec in specs[1:]:
        page = hands.show_page(spec.build())
        held.append(page)
        groups = page.findChildren(TabGroups)
        bars = page.findChildren(QTabWidget)
        for tab_id in groups[0].ids if groups else ():
            groups[0].show_tab(tab_id)
            yield f"{spec.label}, {tab_id}", page
        for place in range(bars[0].count() if bars and not groups else 0):
            bars[0].setCurrentIndex(place)
            yield f"{spec.label}, {bars[0].tabText(place)}", page
        if not bars:
            yield spec.label, page
        page.ground.close()


def choose_first_rows(page):
    """Some row of each list, so that its acts have something to be done with."""
    for table in page.findChildren(RecordTable):
        if table.isVisible() and table.view.model().rowCount():
            table.view.selectRow(0)
    hands.settle()


def pressed_by_nobody_else(page, seat):
    """Buttons and acts that are offered and write, though they are the duty of others."""
    for made in page.findChildren(PushButton):
        if made.isVisible() and made.isEnabled() and made.writes:
            duties = made._own_duties
            if not seat.may(place_of(made).duties if duties is None else duties):
                yield made.text()
    for act, action, duties in acts_of(page):
        if action.isEnabled() and not act.reads and not seat.may(duties):
            yield act.label


def acts_of(page):
    """Every act of the lists that are seen: the act, its action, whose it is."""
    for table in page.findChildren(RecordTable):
        if table.isVisible():
            here = place_of(table).duties
            for act, action in table._acts._pairs:
                yield act, action, here if act.duties is None else act.duties


def offered_though_only_read(page):
    """What is offered to a mere reader and is known neither to read nor to be everybody's."""
    for table in page.findChildren(RecordTable):
        for act, action in table._acts._pairs if table.isVisible() else ():
            if action.isEnabled() and not act.reads and act.label not in EVERYBODYS:
                yield act.label
    of_lists = {b for t in page.findChildren(RecordTable) for b in t.findChildren(QPushButton)}
    for made in page.findChildren(QPushButton):
        shown = made.isVisible() and made.isEnabled() and made.text()
        if shown and made not in of_lists and made.text() not in READ:
            yield made.text()


def test_nobody_is_offered_what_is_the_duty_of_others(desk, look, books):
    seen = 0
    for where, page in walk(desk, look, books):
        for role in Role:
            desk.seat.take(User(id=1, name="Người thử", roles=frozenset({role})))
            page.hide()
            page.show()
            choose_first_rows(page)
            assert [*pressed_by_nobody_else(page, desk.seat)] == [], f"{role}: {where}"
            if role is Role.READER:
                assert [*offered_though_only_read(page)] == [], where
        desk.seat.take(None, view_only=True)
        page.hide()
        page.show()
        choose_first_rows(page)
        assert [*pressed_by_nobody_else(page, desk.seat)] == [], f"only viewed: {where}"
        desk.seat.take(None)
        seen += 1
    assert seen > 40
