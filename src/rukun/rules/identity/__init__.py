"""Identity numbers and names: what a NIK or KK number says, how it is shown, and how a name is found.

>>> from datetime import date
>>> parse_nik("9699011708800001", on=date(2025, 6, 1), provinces={"96"}).findings
()
"""

from rukun.rules.identity.findings import Finding
from rukun.rules.identity.kk import Kk, parse_kk
from rukun.rules.identity.masks import mask, mask_tail
from rukun.rules.identity.names import name_key, sought, sound
from rukun.rules.identity.nik import Nik, Sex, compare_nik, parse_nik
from rukun.rules.identity.temporary import read_temporary_id, temporary_id

__all__ = [
    "Finding",
    "Kk",
    "Nik",
    "Sex",
    "compare_nik",
    "mask",
    "mask_tail",
    "name_key",
    "parse_kk",
    "parse_nik",
    "read_temporary_id",
    "sought",
    "sound",
    "temporary_id",
]
