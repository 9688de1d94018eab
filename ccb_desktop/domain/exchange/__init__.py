"""What the branch's Excel lists say: sheets, headers, rows and cells as typed values."""
