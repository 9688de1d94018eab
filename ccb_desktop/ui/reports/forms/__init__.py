"""The tab Giấy tờ, biểu mẫu: every form, for whom or what it is made, its pages, its file."""
