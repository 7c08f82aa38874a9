"""How receipts, vendors, and who pays whom are spoken of."""

ACTS: dict[str, str] = {}
