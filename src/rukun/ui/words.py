"""Numbers, money, dates and ages of facts, written as people here write them.

Every function takes a plain value and answers with words in the active language. What is missing stays visibly
missing: None becomes a dash, never a zero.
"""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

MISSING = "–"
THIN = "\u00a0"  # keeps a number and its sign on one line

Number = int | float | Decimal | Fraction

UNITS = {
    "m2": "m²",
    "kali/hari": gettext_lazy("kali/hari"),
    "kali/minggu": gettext_lazy("kali/minggu"),
    "setel/tahun": gettext_lazy("setel/tahun"),
    "rupiah/bulan": gettext_lazy("rupiah/bulan"),
}
"""Units of the questions as they are read; one that is not here is read as it stands."""


def as_decimal(value: Number | str) -> Decimal:
    """Any number as a Decimal, without the dust of binary fractions."""
    if isinstance(value, Fraction):
        return Decimal(value.numerator) / Decimal(value.denominator)
    return Decimal(str(value))


def rounded(value: Number | str, places: int) -> Decimal:
    """Half goes up, as in school."""
    return as_decimal(value).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def grouped(value: Number | str, places: int = 0) -> str:
    """1500000 → "1.500.000"; English: "1,500,000". The minus is a real minus sign."""
    number = rounded(value, places)
    words = number_format(abs(number), decimal_pos=places, use_l10n=True, force_grouping=True)
    return f"−{words}" if number < 0 else words


def written(number: Decimal) -> str:
    """As people type it: 12.5000 → "12,5", without dots between thousands."""
    return f"{number.normalize():f}".replace(".", ",")


def ribuan(value: Number | str | None, places: int = 0) -> str:
    """A count: 1500000 → "1.500.000"; None → "–"."""
    return MISSING if value is None or value == "" else grouped(value, places)


def rupiah(value: Number | str | None) -> str:
    """Whole rupiah: 1500000 → "Rp1.500.000"; None → "–"."""
    if value is None or value == "":
        return MISSING
    number = rounded(value, 0)
    return f"{'−' if number < 0 else ''}Rp{grouped(abs(number))}"


def persen(share: Number | str | None, places: int = 1) -> str:
    """A share of one: 0.375 → "37,5 %". What is nearly nothing or nearly all never poses as nothing or all."""
    if share is None or share == "":
        return MISSING
    exact, finest = share if isinstance(share, Fraction) else as_decimal(share), Decimal(1).scaleb(-places)
    near = rounded(as_decimal(exact) * 100, places)
    if near == 0 and exact > 0:
        return f"<{THIN}{grouped(finest, places)}{THIN}%"
    if near == 100 and exact < 1:
        return f">{THIN}{grouped(100 - finest, places)}{THIN}%"
    return f"{grouped(near, 0 if near == near.to_integral_value() else places)}{THIN}%"


def unit_words(unit: str) -> str:
    return str(UNITS.get(unit, unit))


def measured(value: float, unit: str) -> str:
    """A number with its unit, money as money: (800000, "rupiah/bulan") → "Rp800.000/bulan"."""
    if unit.startswith("rupiah"):
        return rupiah(value) + unit_words(unit).removeprefix("rupiah")
    return f"{ribuan(value, 0 if float(value).is_integer() else 1)} {unit_words(unit)}".strip()


def as_date(value: date | datetime) -> date:
    """The day of a moment, in the time zone of the installation."""
    if not isinstance(value, datetime):
        return value
    return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()


def tanggal(value: date | datetime | None) -> str:
    """A day: "12 Januari 2026"; None → "–"."""
    return MISSING if not value else date_format(as_date(value), "j F Y")


def hari_pendek(value: date | datetime) -> str:
    """A day for a narrow column, never broken over two lines: "12 Jan 2026"."""
    return date_format(as_date(value), "j M Y").replace(" ", "\u00a0")


def jam(value: datetime | None) -> str:
    """A time of day: "19.42"; English "19:42"; None → "–"."""
    if not value:
        return MISSING
    moment = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{moment:%H:%M}" if (get_language() or "").startswith("en") else f"{moment:%H.%M}"


def span(days: int) -> str:
    """A length of time in the one unit that says it: 95 → "3 bulan"."""
    if days < 14:
        return ngettext("%(n)d hari", "%(n)d hari", days) % {"n": days}
    if days < 61:
        return ngettext("%(n)d minggu", "%(n)d minggu", days // 7) % {"n": days // 7}
    if days < 731:
        months = days * 12 // 365
        return ngettext("%(n)d bulan", "%(n)d bulan", months) % {"n": months}
    years = days * 4 // 1461
    return ngettext("%(n)d tahun", "%(n)d tahun", years) % {"n": years}


def umur(value: date | datetime | None, today: date | None = None) -> str:
    """How old a fact is, or how far ahead a day: "3 bulan lalu", "hari ini", "5 hari lagi"; None → "–"."""
    if not value:
        return MISSING
    days = ((today or timezone.localdate()) - as_date(value)).days
    near = {0: _("hari ini"), 1: _("kemarin"), -1: _("besok")}
    if days in near:
        return near[days]
    return _("%(span)s lalu") % {"span": span(days)} if days > 0 else _("%(span)s lagi") % {"span": span(-days)}
