"""Ways from a household or a person into rooms above the register, for who may enter and where the rooms stand."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from rukun.accounts.permissions import Held, Permission, may
from rukun.people.queries.facts import years
from rukun.ui.addresses import first_url

P = Permission
OF_HOUSEHOLD = (
    (P.HEALTH_RECORD, _("Kunjungan kesehatan"), "health:call"),
    (P.SANITATION_RECORD, _("Sanitasi"), "sanitation:look"),
    (P.PROGRAMME_NAMES, _("Program bantuan"), "programmes:household"),
)
OF_PERSON = (
    (P.HEALTH_SEE, _("Tumbuh kembang"), "health:child", (0, 18), ""),
    (P.HEALTH_SEE, _("Kartu imunisasi"), "health:doses", (0, 4), ""),
    (P.HEALTH_RECORD, _("Kehamilan"), "health:pregnancy_new", (10, 59), "female"),
    (P.HEALTH_SEE, _("Pemeriksaan lansia"), "health:elder", (60, 200), ""),
    (P.SCHOOL_RECORD, _("Sekolah"), "education:child", (6, 21), ""),
)
"""What may be asked of whom: the permission, the word, the page, ages in whole years, the sex where one is meant."""

Roles = tuple[Held, ...]


def of_household(held: Roles, household: Any) -> list[dict[str, Any]]:
    if household.until is not None:
        return []
    rows = [(word, name) for permission, word, name in OF_HOUSEHOLD if may(held, permission, household.path)]
    return _standing(rows, household_id=household.pk)


def of_person(held: Roles, person: Any, *, on: date) -> list[dict[str, Any]]:
    age = years(person.birth_date, on)
    rows = [
        (word, name)
        for permission, word, name, (least, most), sex in OF_PERSON
        if may(held, permission, person.path) and sex in ("", person.sex) and age is not None and least <= age <= most
    ]
    return _standing(rows, person_id=person.pk)


def _standing(rows: list[tuple[Any, str]], **named: int) -> list[dict[str, Any]]:
    return [{"label": word, "url": url} for word, name in rows if (url := first_url(name, **named))]
