"""How price lists and analyses of work are spoken of."""

ACTS: dict[str, str] = {}
