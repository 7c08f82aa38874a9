"""The named ways things go wrong with schooling, noun by noun."""

from rukun.kit.problems import Catalogue
from rukun.services.education.problems import (
    aids,
    followups,
    schooling,
)

CATALOGUE: Catalogue = {}
for _part in (aids, followups, schooling):
    CATALOGUE |= _part.CATALOGUE
