"""Page Thăm hỏi: visits and gifts, rounds, who is due, deaths, housing."""
