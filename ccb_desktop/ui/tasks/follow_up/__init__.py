"""Following up what was handed out: the matrix, what is due, progress told and checked."""
