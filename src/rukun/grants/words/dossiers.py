"""How tranches and bundles of papers on their way are spoken of."""

ACTS: dict[str, str] = {}
