"""The acts on rulings in plain words."""

ACTS: dict[str, str] = {}
