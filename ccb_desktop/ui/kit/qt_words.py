"""Vietnamese for the words of Qt's own dialogs, menus and buttons; Qt ships none.

Public: `QtWords`, `speak_vietnamese(app)`.
"""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

_WORDS = {  # without the marks of the Alt keys
    # Buttons
    "OK": "Đồng ý",
    "Save": "Lưu",
    "Save All": "Lưu tất cả",
    "Open": "Mở",
    "Cancel": "Thôi",
    "Close": "Đóng",
    "Close without Saving": "Đóng, không lưu",
    "Discard": "Bỏ",
    "Don't Save": "Không lưu",
    "Don't save": "Không lưu",
    "Apply": "Áp dụng",
    "Reset": "Đặt lại",
    "Restore Defaults": "Về như ban đầu",
    "Help": "Hướng dẫn",
    "Yes": "Có",
    "Yes to All": "Có, với tất cả",
    "No": "Không",
    "No to All": "Không, với tất cả",
    "Abort": "Dừng",
    "Retry": "Thử lại",
    "Ignore": "Bỏ qua",
    "Show Details...": "Xem chi tiết…",
    "Hide Details...": "Ẩn chi tiết…",
    # Menu of a field
    "Undo": "Hoàn tác",
    "Redo": "Làm lại",
    "Cut": "Cắt",
    "Copy": "Chép",
    "Paste": "Dán",
    "Delete": "Xóa",
    "Select All": "Chọn tất cả",
    "Copy Link Location": "Chép đường dẫn",
    "Insert Unicode control character": "Chèn ký tự điều khiển",
    # Choosing a file
    "Look in:": "Trong thư mục:",
    "File name:": "Tên tệp:",
    "Files of type:": "Loại tệp:",
    "Save in:": "Lưu vào:",
    "Save As": "Lưu thành",
    "List of places and bookmarks": "Những nơi hay dùng",
    "Show ": "Hiện ",
    "Find Directory": "Tìm thư mục",
    "Directory:": "Thư mục:",
    "Directories": "Thư mục",
    "Choose": "Chọn",
    "All Files (*)": "Mọi tệp (*)",
    "Name": "Tên",
    "Size": "Kích thước",
    "Type": "Loại",
    "Kind": "Loại",
    "Date Modified": "Sửa lần cuối",
    "Back": "Lùi",
    "Forward": "Tiến",
    "Parent Directory": "Thư mục trên",
    "Create New Folder": "Tạo thư mục mới",
    "Create a New Folder": "Tạo thư mục mới",
    "New Folder": "Thư mục mới",
    "List View": "Xem danh sách",
    "Detail View": "Xem chi tiết",
    "Change to list view mode": "Xem danh sách",
    "Change to detail view mode": "Xem chi tiết",
    "Go back": "Lùi",
    "Go forward": "Tiến",
    "Go to the parent directory": "Lên thư mục trên",
    "Rename": "Đổi tên",
    "Show hidden files": "Hiện tệp ẩn",
    "Sidebar": "Nơi hay dùng",
    "Files": "Tệp",
    "Recent Places": "Nơi gần đây",
    "Remove": "Bỏ",
    "My Computer": "Máy này",
    "Computer": "Máy này",
    "Drive": "Ổ đĩa",
    "File": "Tệp",
    "Folder": "Thư mục",
    "File Folder": "Thư mục",
    "%1 already exists.\nDo you want to replace it?": "Đã có tệp %1.\nGhi đè lên tệp đó?",
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "%1\nKhông thấy tệp này. Xem lại tên tệp."
    ),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "%1\nKhông thấy thư mục này. Xem lại tên thư mục."
    ),
    # Printing
    "Print": "In",
    "Printer": "Máy in",
    "Copies": "Số bản",
    "Copies:": "Số bản:",
    "Page range": "Trang in",
    "Print range": "Trang in",
    "Print all": "In tất cả",
    "Pages from": "Từ trang",
    "Pages": "Các trang",
    "to": "đến",
    "Selection": "Phần đã chọn",
    "Current Page": "Trang này",
    "Options": "Tùy chọn",
    "Options >>": "Tùy chọn >>",
    "Options <<": "Tùy chọn <<",
    "Properties": "Thuộc tính",
    "Preview": "Xem trước",
    "Name:": "Tên:",
    "Location:": "Nơi đặt:",
    "Type:": "Loại:",
    "Output file:": "Ghi ra tệp:",
    "Print to File (PDF)": "In ra tệp PDF",
    "Portrait": "Dọc",
    "Landscape": "Ngang",
    "Paper": "Giấy",
    "Page size:": "Khổ giấy:",
    "Orientation": "Chiều giấy",
    "Margins": "Lề",
    "Collate": "Xếp theo bộ",
    "Reverse": "In ngược",
    "Color": "Màu",
    "Color Mode": "Màu in",
    "Grayscale": "Đen trắng",
    "None": "Không",
    "All Pages": "Mọi trang",
    "Even Pages": "Trang chẵn",
    "Odd Pages": "Trang lẻ",
    "Local file": "Tệp trong máy",
    "Write PDF file": "Ghi ra tệp PDF",
    "Output Settings": "Cách in",
    "Page Set:": "Các trang:",
    "Double Sided Printing": "In hai mặt",
    "Off": "Không",
    "Long side binding": "Đóng gáy cạnh dài",
    "Short side binding": "Đóng gáy cạnh ngắn",
    "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated "
    "by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.": (
        "Ghi các trang cách nhau bằng dấu phẩy, từ trang đến trang bằng dấu gạch: 3,5-7,9."
    ),
    # Rows of tabs
    "Scroll Left": "Xem sang trái",
    "Scroll Right": "Xem sang phải",
}


class QtWords(QTranslator):
    """Looks the words up whichever of Qt's dialogs asks."""

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 (Qt names it)
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """The Vietnamese for one of Qt's texts; None where Qt shall keep its own."""
        return _WORDS.get(sourceText.replace("&", ""))

    def isEmpty(self) -> bool:
        """There are words in it."""
        return False


def speak_vietnamese(app: QCoreApplication) -> None:
    """Let Qt use Vietnamese words, dates and numbers from now on."""
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    app.installTranslator(QtWords(app))
