"""Page Quỹ Hội: funds, cash book, vouchers; dues, campaigns and loans beside them."""
