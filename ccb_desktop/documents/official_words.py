"""Words that stand on every paper (Decree 30/2020, annex I)."""

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PRACTICE = "SỐ LIỆU THỰC HÀNH - người và số liệu trong tệp này không có thật"
