"""How the acts of this room are told in the log, noun by noun."""

from rukun.services.health.words import (
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

ACTS: dict[str, str] = {}
for _part in (bundles, calls, days, doses, elders, measurements, notes, posts, pregnancies, referrals):
    ACTS |= _part.ACTS
