"""The acts on referrals in plain words."""

ACTS: dict[str, str] = {}
