"""The acts on calls in plain words."""

ACTS: dict[str, str] = {}
