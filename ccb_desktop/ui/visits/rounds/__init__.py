"""The tab Đợt tặng quà: rounds prepared, listed, signed for, paid."""
