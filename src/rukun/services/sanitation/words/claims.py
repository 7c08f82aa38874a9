"""The acts on claims in plain words."""

ACTS: dict[str, str] = {}
