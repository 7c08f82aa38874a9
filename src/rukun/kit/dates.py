"""Days and ages as people here say them: "12 Januari 2026", three years and four months."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


@dataclass(frozen=True, slots=True, order=True)
class Age:
    """A completed age: whole years, and the whole months since the last birthday (0 to 11)."""

    years: int
    months: int

    @property
    def in_months(self) -> int:
        return self.years * 12 + self.months


def day_in_words(day: date) -> str:
    """`date(2026, 1, 12)` becomes "12 Januari 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def months_between(start: date, end: date) -> int:
    """Whole months from `start` to `end`; negative when `end` comes first. A month is whole on the same day number.

    Who is born on the 31st completes a month on the first day after a shorter one; who is born on 29 February
    turns a year older on 1 March where the year has no such day.
    """
    if end < start:
        return -months_between(end, start)
    return (end.year - start.year) * 12 + (end.month - start.month) - (end.day < start.day)


def months_later(day: date, months: int) -> date:
    """The same day some months on, or back where `months` is negative; where that month is shorter, its last day."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    return first.replace(day=min(day.day, month_end(first).day))


def month_end(day: date) -> date:
    """The last day of the month a day lies in."""
    return day.replace(day=monthrange(day.year, day.month)[1])
