"""The lists of personal data by the name on the command line."""

from collections.abc import Mapping

PERSONAL_LISTS: Mapping[str, str] = {
    "consent": "Đồng ý cho giữ dữ liệu cá nhân",
    "corrections": "Những lần sửa hồ sơ",
    "exports": "Tệp dữ liệu cá nhân đã đưa ra",
    "erasures": "Những lần xóa dữ liệu cá nhân",
}
"""Name → what officers call it."""
