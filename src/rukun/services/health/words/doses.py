"""The acts on doses in plain words."""

ACTS: dict[str, str] = {}
