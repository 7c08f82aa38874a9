"""The acts on followups in plain words."""

ACTS: dict[str, str] = {}
