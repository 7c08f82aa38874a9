"""The named ways things go wrong with sanitation, noun by noun."""

from rukun.kit.problems import Catalogue
from rukun.services.sanitation.problems import (
    claims,
    houses,
    larvae,
    looks,
)

CATALOGUE: Catalogue = {}
for _part in (claims, houses, larvae, looks):
    CATALOGUE |= _part.CATALOGUE
