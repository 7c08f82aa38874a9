"""The acts on measurements in plain words."""

ACTS: dict[str, str] = {}
