"""How the acts of this room are told in the log, noun by noun."""

from rukun.services.sanitation.words import (
    claims,
    houses,
    larvae,
    looks,
)

ACTS: dict[str, str] = {}
for _part in (claims, houses, larvae, looks):
    ACTS |= _part.ACTS
