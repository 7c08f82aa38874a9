"""The acts on deliveries in plain words."""

ACTS: dict[str, str] = {}
