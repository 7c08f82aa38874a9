"""How RABs, their revisions and the wizard are spoken of."""

ACTS: dict[str, str] = {}
