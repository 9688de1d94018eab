"""What officers call the things a blank can be tied to."""

from collections.abc import Mapping

from ccb_desktop.domain.figures.registry import INDICATOR, Indicator, Shape
from ccb_desktop.domain.member_papers.order import LIST_NAMES
from ccb_desktop.domain.superior_forms.ties import Aspect, Spelling, Tie, TieKind, Word

KIND_LABEL: Mapping[TieKind, str] = {
    TieKind.FIGURE: "Số liệu",
    TieKind.WORD: "Lời của Hội, của kỳ",
    TieKind.COLUMN: "Cột của danh sách",
    TieKind.TEXT: "Lời cố định",
    TieKind.TYPED: "Gõ tay mỗi kỳ",
}
ASPECT_LABEL: Mapping[Aspect, str] = {
    Aspect.VALUE: "Số kỳ này",
    Aspect.BEFORE: "Số cùng kỳ trước",
    Aspect.CHANGE: "Tăng, giảm so với cùng kỳ",
    Aspect.TARGET: "Chỉ tiêu giao",
    Aspect.OF_TARGET: "% so với chỉ tiêu",
    Aspect.ESTIMATE: "Ước thực hiện",
    Aspect.PART: "Riêng số đạt",
    Aspect.WHOLE: "Riêng tổng số",
    Aspect.PERCENT: "Riêng tỷ lệ %",
}
GIFT_LABEL: Mapping[Aspect, str] = {
    Aspect.PART: "Riêng số người",
    Aspect.WHOLE: "Riêng số tiền",
}
SPELLING_LABEL: Mapping[Spelling, str] = {
    Spelling.DIGITS: "Bằng số",
    Spelling.WORDS: "Bằng chữ",
}
WORD_LABEL: Mapping[Word, str] = {
    Word.BRANCH: "Tên Hội",
    Word.PARENT: "Hội cấp trên",
    Word.PLACE: "Địa danh",
    Word.TERM: "Nhiệm kỳ",
    Word.SIGNER_TITLE: "Chức vụ người ký",
    Word.SIGNER_NAME: "Họ tên người ký",
    Word.PERIOD: "Tên kỳ báo cáo",
    Word.FROM_DAY: "Ngày đầu kỳ",
    Word.CUT_OFF_DAY: "Ngày chốt số liệu",
    Word.YEAR: "Năm báo cáo",
    Word.YEAR_BEFORE: "Năm trước",
    Word.TODAY: "Ngày làm báo cáo, bằng số",
    Word.TODAY_LONG: "Ngày làm báo cáo, bằng lời",
    Word.PLACE_AND_DATE: "Địa danh, ngày tháng năm",
    Word.DOCUMENT_SYMBOL: "Số và ký hiệu văn bản",
    Word.DOCUMENT_NUMBER: "Số văn bản, không có ký hiệu",
}


def aspects_of(indicator: Indicator) -> tuple[Aspect, ...]:
    """What can be taken of a figure: a plain number is compared, a share has two parts."""
    if indicator.shape is Shape.NUMBER:
        return tuple(Aspect)[:6]
    if indicator.shape is Shape.SHARES:
        parts = (Aspect.PART, Aspect.WHOLE, Aspect.PERCENT)
        return (Aspect.VALUE, Aspect.BEFORE, *parts)
    if indicator.shape is Shape.GIFTS:
        return (Aspect.VALUE, Aspect.BEFORE, Aspect.PART, Aspect.WHOLE)
    return (Aspect.VALUE, Aspect.BEFORE)


def aspect_label(indicator: Indicator, aspect: Aspect) -> str:
    """What an aspect of a figure is called."""
    labels = GIFT_LABEL if indicator.shape is Shape.GIFTS else {}
    return labels.get(aspect, ASPECT_LABEL[aspect])


def figure_label(indicator: Indicator) -> str:
    """What a figure is called by itself: of an amount also what it was spent for."""
    if indicator.label != "Số tiền":
        return indicator.label
    codes = list(INDICATOR)
    before = INDICATOR[codes[codes.index(indicator.code) - 1]]
    return f"{before.label}: số tiền"


def told(tie: Tie, unit_name: str = "") -> str:
    """A tie on one line: `Hội viên cuối kỳ, số cùng kỳ trước, Chi hội 3`."""
    if tie.kind is TieKind.FIGURE:
        return _told_figure(tie, unit_name)
    if tie.kind is TieKind.WORD and tie.name in tuple(Word):
        return WORD_LABEL[Word(tie.name)]
    if tie.kind is TieKind.COLUMN:
        chosen = f" (chỉ lấy: {tie.filter})" if tie.filter else ""
        return f"Cột “{tie.column}” của {LIST_NAMES.get(tie.name, tie.name)}{chosen}"
    if tie.kind is TieKind.TEXT:
        return f"Luôn in “{tie.text}”"
    return KIND_LABEL[tie.kind]


def _told_figure(tie: Tie, unit_name: str) -> str:
    indicator = INDICATOR.get(tie.name)
    if indicator is None:
        return "Số liệu không còn dùng"
    parts = [figure_label(indicator), tie.entry]
    if tie.aspect is not Aspect.VALUE:
        label = aspect_label(indicator, tie.aspect)
        parts.append(label[:1].lower() + label[1:])
    parts.append((unit_name or tie.unit) if tie.unit else "")
    parts.append("bằng chữ" if tie.spelling is Spelling.WORDS else "")
    return ", ".join(part for part in parts if part)
