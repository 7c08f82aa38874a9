"""The named ways things go wrong with care for health, noun by noun."""

from rukun.kit.problems import Catalogue
from rukun.services.health.problems import (
    bundles,
    calls,
    days,
    doses,
    elders,
    measurements,
    notes,
    posts,
    pregnancies,
    referrals,
)

CATALOGUE: Catalogue = {}
for _part in (bundles, calls, days, doses, elders, measurements, notes, posts, pregnancies, referrals):
    CATALOGUE |= _part.CATALOGUE
