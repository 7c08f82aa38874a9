"""Tables that people save as CSV: with commas, or with semicolons where the comma writes decimals."""


def separator(data: bytes) -> str:
    """Which of the two parts the columns of the first line."""
    head = data.split(b"\n", 1)[0]
    return ";" if head.count(b";") > head.count(b",") else ","
