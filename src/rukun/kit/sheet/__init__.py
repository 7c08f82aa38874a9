"""The one reader of everything tabular a user brings, and the writer of what they take home.

Words: a *sheet* is one page of a workbook (a CSV is one sheet); its *header* is the row with the column names;
a *cell* comes out as clean text; a *row number* is the one Excel shows. What cannot be read is a Problem with a code
`sheet.*`; what was read but deserves a look is a Finding on the table; what is wrong inside a cell is a `cell.*`.
"""

from rukun.kit.sheet.cells import ChoiceTable, choice, choices, clean_text, digits
from rukun.kit.sheet.days import day
from rukun.kit.sheet.headers import Header
from rukun.kit.sheet.problems import CATALOGUE
from rukun.kit.sheet.reading import read
from rukun.kit.sheet.tables import Limits, Row, Table
from rukun.kit.sheet.writing import Column, Sheet, write_csv, write_xlsx

__all__ = [
    "CATALOGUE",
    "ChoiceTable",
    "Column",
    "Header",
    "Limits",
    "Row",
    "Sheet",
    "Table",
    "choice",
    "choices",
    "clean_text",
    "day",
    "digits",
    "read",
    "write_csv",
    "write_xlsx",
]
