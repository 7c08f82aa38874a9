"""How the acts of this room are told in the log, noun by noun."""

from rukun.programmes.words import (
    deliveries,
    doubles,
    effects,
    events,
    groups,
    rulings,
    schemes,
    waiting,
)

ACTS: dict[str, str] = {}
for _part in (deliveries, doubles, effects, events, groups, rulings, schemes, waiting):
    ACTS |= _part.ACTS
