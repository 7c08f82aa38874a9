"""People who never lived: households of invented persons for the demo, for speed at real size and for tests.

They look invented: every family name is one of a few words that mean "made up", every NIK carries kecamatan 99, which
no kabupaten has. The same seed makes the same people.
"""

from rukun.site.invented.families import Family, Inventor, Member
from rukun.site.invented.papers import COLUMNS, rows_of

__all__ = ["COLUMNS", "Family", "Inventor", "Member", "rows_of"]
