"""What becomes of the work handed to units that end: nothing by itself, and the plan says so."""

from collections.abc import Mapping

from ccb_desktop.domain.printing import number


def tasks_note(not_done: Mapping[str, int]) -> tuple[str, ...]:
    """The work that units leave undone, and what is to be done with it.

    What was asked of a unit stays in its name, so that the figures of its time stay as they were.

    Args:
        not_done: Name of the unit → how many tasks of it are not done.
    """
    told = [f"{name} ({number(count)} việc)" for name, count in not_done.items() if count]
    if not told:
        return ()
    return (
        f"Các đơn vị thôi hoạt động còn việc chưa xong: {'; '.join(told)}. Việc ấy giữ nguyên ở "
        "tên đơn vị cũ, không tự chuyển. Sau việc này, vào trang Nhiệm vụ, thẻ Kế hoạch năm: "
        "giao việc ấy cho đơn vị nhận, rồi mở Xem việc đã giao và rút lại ở đơn vị cũ.",
    )
