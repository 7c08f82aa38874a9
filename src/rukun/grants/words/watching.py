"""How flags and audit samples are spoken of."""

ACTS: dict[str, str] = {}
