"""No row is lost, however strange the sheet."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ccb_desktop.domain.exchange.source import ErrorValue, SourceRow, SourceSheet
from ccb_desktop.domain.exchange.understanding import understand
from tests.domain.exchange.sheets import HEADER, NO_UNIT, TODAY, skipped

TEXTS = st.sampled_from(
    [
        "Nguyễn Văn An",
        "Chi hội 3",
        "CHI HỘI 2",
        "Cộng",
        "Tổng số",
        "STT",
        "Họ và tên",
        "Nam",
        "ngày 1 tháng 2 năm 2026",
        "Chi hội trưởng",
        "Phân hội 1",
        "x",
        "Ghi chú: không",
        "1952",
        "5/1960",
        "31/2/1950",
        "(1)",
        "Lª V¨n Ba",
        "*",
        "Người lập",
        "Tống Thị Cộng",
        "Khu phố 1",
    ]
)
CELL = st.one_of(
    st.none(),
    TEXTS,
    st.integers(0, 3000),
    st.dates(),
    st.just(ErrorValue("#N/A")),
    st.text(min_size=1, max_size=8).filter(str.strip),
)
GRID = st.lists(st.lists(CELL, max_size=7), max_size=25)


@given(GRID, GRID, st.sampled_from([HEADER, NO_UNIT, (*NO_UNIT, "Điện thoại", "Chi hội")]))
@settings(deadline=None, max_examples=300)
def test_every_row_that_is_not_blank_is_accounted_for(above, below, header):
    grid = [*above[:5], header, *below]
    rows = tuple(
        SourceRow(number, tuple(cells))
        for number, cells in enumerate(grid, start=1)
        if any(cell is not None for cell in cells)
    )
    found = understand(SourceSheet(name="DS", rows=rows), today=TODAY)
    accounted = (
        {row.row_number for row in found.rows}
        | {problem.row for problem in found.problems}
        | set(skipped(found))
    )
    in_header = {row.number for row in rows} - accounted
    assert found.ignored_reason or len(in_header) <= 4
    assert found.ignored_reason or max(in_header) == found.header_row
    kept = {row.row_number for row in found.rows}
    assert all((p.row in kept) == p.row_kept for p in found.problems)
    assert not kept & set(skipped(found))
