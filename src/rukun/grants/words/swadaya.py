"""How what people give themselves are spoken of."""

ACTS: dict[str, str] = {}
