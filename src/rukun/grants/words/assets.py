"""How the asset book are spoken of."""

ACTS: dict[str, str] = {}
