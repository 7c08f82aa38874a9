"""How values are written in the drawn tables: days as 17-08-1980, nothing as a dash."""

from datetime import date

NOTHING = "–"


def day(text):
    if text == NOTHING:
        return None
    d, m, y = map(int, text.split("-"))
    return date(y, m, d)


def day_text(value):
    return f"{value:%d-%m-%Y}" if value else NOTHING


def listed(values):
    return ", ".join(values) or NOTHING


def rupiah(value):
    return f"{value:,}".replace(",", ".")


def number(text):
    return int(text.replace(".", ""))
