"""What a Word file says, in one text."""

from docx import Document


def word_text(path):
    """Every paragraph of a file, those in tables too, in one text."""
    found = Document(path)
    cells = (cell for table in found.tables for row in table.rows for cell in row.cells)
    parts = [*found.paragraphs, *(p for cell in cells for p in cell.paragraphs)]
    return "\n".join(paragraph.text for paragraph in parts)
