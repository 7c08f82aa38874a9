"""Answers with the right keyboard: digits, rupiah, a date in three parts, choices that include not knowing."""

from collections.abc import Sequence
from datetime import date

from django import forms
from django.forms.utils import flatatt
from django.utils.dates import MONTHS
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

UNKNOWN = "unknown"
REFUSED = "refused"

Choice = tuple[str, str | Promise]


def with_unknowns(choices: Sequence[Choice], may_refuse: bool = True) -> list[Choice]:
    """The choices, followed by "Tidak tahu" and "Tidak mau menjawab", which are answers like the others."""
    more = [(UNKNOWN, _("Tidak tahu"))] + ([(REFUSED, _("Tidak mau menjawab"))] if may_refuse else [])
    return [*choices, *more]


class Digits(forms.TextInput):
    """A number, a NIK, a phone number: the number keyboard, and no browser that rounds or scrolls it."""

    template_name = "ui/forms/answer.html"
    prefix = ""

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__({"inputmode": "numeric", "autocomplete": "off", "spellcheck": "false", **(attrs or {})})

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["prefix"] = self.prefix
        return context


class SecretDigits(Digits):
    """A NIK or KK number: digits that no draft keeps and no browser offers to the next person."""

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__({"data-secret": True, "maxlength": 16, **(attrs or {})})


class Rupiah(Digits):
    """Whole rupiah, with its sign before the answer."""

    prefix = "Rp"


class NumberOrUnknown(Digits):
    """A number, and beneath it "Tidak tahu" and "Tidak mau menjawab" as answers of the same size.

    Ticks rather than radio buttons: a tick made by mistake can be taken back without a script.
    """

    template_name = "ui/forms/number_or_unknown.html"
    use_fieldset = True

    def get_context(self, name, value, attrs):
        number, reasons = value if isinstance(value, tuple) else (value, [])
        if number in (UNKNOWN, REFUSED):
            number, reasons = None, [number]
        context = super().get_context(name, number, attrs)
        context["widget"]["reasons"] = [(code, word, code in reasons) for code, word in with_unknowns([])]
        return context

    def value_from_datadict(self, data, files, name) -> tuple[str, list[str]]:
        given = data.getlist if hasattr(data, "getlist") else lambda key: [data[key]] if key in data else []
        reasons = given(f"{name}_instead")
        return str(data.get(name) or "").strip(), [code for code in reasons if code in (UNKNOWN, REFUSED)]

    def value_omitted_from_data(self, data, files, name) -> bool:
        return name not in data and f"{name}_instead" not in data


class Day(forms.DateInput):
    """A day near today, with the calendar of the phone itself. For a birth date take DateParts."""

    input_type = "date"

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class DateParts(forms.Widget):
    """Day, month and year as three answers: no calendar to leaf through back to a year of birth.

    Hands a DateField an ISO text; what was typed stays on the page when it is no real date.
    """

    template_name = "ui/forms/date_parts.html"
    use_fieldset = True

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        year, month, day = self.split(value)
        context["widget"] |= {"day": day, "month": month, "year": year, "months": MONTHS.items()}
        given = context["widget"]["attrs"]
        context["widget"]["shared"] = flatatt({key: given[key] for key in ("aria-invalid", "disabled") if key in given})
        return context

    def split(self, value: date | str | None) -> tuple[str, str, str]:
        """Year, month and day as typed; the month without its leading zero."""
        if isinstance(value, date):
            return str(value.year), str(value.month), str(value.day)
        year, month, day = (*str(value or "").split("-"), "", "", "")[:3]
        return year, month.lstrip("0"), day.lstrip("0")

    def value_from_datadict(self, data, files, name) -> str | None:
        year, month, day = (data.get(f"{name}_{part}", "").strip() for part in ("year", "month", "day"))
        if not (year or month or day):
            return data.get(name)
        return f"{year}-{month:0>2}-{day:0>2}"

    def value_omitted_from_data(self, data, files, name) -> bool:
        return all(f"{name}_{part}" not in data for part in ("year", "month", "day"))
