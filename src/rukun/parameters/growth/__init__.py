"""The growth tables of the World Health Organization, as published, and the classes Indonesia draws on them.

`tables()` gives L, M and S by whole days (0–1856), months (61–228) and tenths of centimetres; `classes(on)` the names
of the scores; `growth/least_gain` what a child should gain in a month.
"""

from rukun.parameters.growth.classes import Category, Classes, classes, read_classes
from rukun.parameters.growth.tables import Numbers, tables

__all__ = ["Category", "Classes", "Numbers", "classes", "read_classes", "tables"]
