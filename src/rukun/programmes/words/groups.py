"""The acts on groups in plain words."""

ACTS: dict[str, str] = {}
