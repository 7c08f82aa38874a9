"""How activities and the teams that carry them are spoken of."""

ACTS: dict[str, str] = {}
