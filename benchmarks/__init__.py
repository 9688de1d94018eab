"""Speed and size as ratios: what the program takes against the least that could be done."""
