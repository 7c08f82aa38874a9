"""How what leaves as open standards are spoken of."""

ACTS: dict[str, str] = {}
