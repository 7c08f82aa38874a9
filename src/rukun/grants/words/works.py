"""How progress, workers and their days are spoken of."""

ACTS: dict[str, str] = {}
