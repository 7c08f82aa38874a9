"""How the money seen from above are spoken of."""

ACTS: dict[str, str] = {}
