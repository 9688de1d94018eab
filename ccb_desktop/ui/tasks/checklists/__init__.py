"""The tab Phiếu việc: the checklist of one unit, sent out, and taken back filled in."""
