"""What may be published of a table of counts about people.

>>> suppress(Table.column({"RT 01": 40, "RT 02": 7}), threshold=5, totals=()).cells
((Shown(count=40),), (Shown(count=7),))
"""

from rukun.rules.disclosure.curtain import curtain
from rukun.rules.disclosure.suppression import suppress
from rukun.rules.disclosure.tables import EVERY_MARGIN, Cell, Margin, Release, Shown, Suppressed, Table

__all__ = ["EVERY_MARGIN", "Cell", "Margin", "Release", "Shown", "Suppressed", "Table", "curtain", "suppress"]
