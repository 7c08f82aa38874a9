"""Numbers and questions of the law as dated files with their source, shipped with the code and never hidden in it.

`load("poverty/national_line").at(day)` gives the value in force and says since when and by which source. Words:
*key*: the path of a file without its ending; *since*: the first day a value holds; *null*: from that day on it ceased.
"""

from rukun.parameters.dated import Dated, Value, load, read
from rukun.parameters.problems import CATALOGUE

__all__ = ["CATALOGUE", "Dated", "Value", "load", "read"]
