"""The acts on bundles in plain words."""

ACTS: dict[str, str] = {}
