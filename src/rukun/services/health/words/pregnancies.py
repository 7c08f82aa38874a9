"""The acts on pregnancies in plain words."""

ACTS: dict[str, str] = {}
