"""The named ways things go wrong with programmes, noun by noun."""

from rukun.kit.problems import Catalogue
from rukun.programmes.problems import (
    deliveries,
    doubles,
    effects,
    events,
    groups,
    rulings,
    schemes,
    waiting,
)

CATALOGUE: Catalogue = {}
for _part in (deliveries, doubles, effects, events, groups, rulings, schemes, waiting):
    CATALOGUE |= _part.CATALOGUE
