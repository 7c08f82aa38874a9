"""Days in letters, as minutes and letters say them."""

from datetime import date

from lokal import terbilang

from rukun.kit.dates import DAYS, MONTHS


def day_spelled(day: date) -> str:
    """As minutes say it: `date(2026, 1, 12)` becomes "Senin, tanggal dua belas bulan Januari tahun dua ribu dua puluh
    enam"."""
    year = terbilang(day.year)
    return f"{DAYS[day.weekday()]}, tanggal {terbilang(day.day)} bulan {MONTHS[day.month - 1]} tahun {year}"
