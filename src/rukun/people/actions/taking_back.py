"""An accepted batch goes out again: exactly what it brought, unless somebody has built upon it."""

# ruff: noqa: S608 - the statements are put together from our own words only
from __future__ import annotations

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rukun.kit.problems import Problem
from rukun.people.models import Batch

PERSONS = "(select id from people_person where batch_id = %(batch)s)"
HOUSEHOLDS = "(select id from people_household where batch_id = %(batch)s)"
CARDS = "(select id from people_familycard where batch_id = %(batch)s)"
BUILT_UPON = {
    gettext_lazy("{count} wawancara"): f"select count(*) from people_interview where household_id in {HOUSEHOLDS}",
    gettext_lazy("{count} kepindahan rumah tangga"): (
        f"select count(*) from people_formerplace where household_id in {HOUSEHOLDS}"
    ),
    gettext_lazy("{count} penghuni yang datang kemudian"): (
        f"select count(*) from people_stay where household_id in {HOUSEHOLDS} and person_id not in {PERSONS}"
    ),
    gettext_lazy("{count} warga yang sudah pindah, meninggal, atau berpindah rumah"): (
        f"select count(distinct person_id) from people_stay where person_id in {PERSONS}"
        " and (until is not null or began_by <> 'counted')"
    ),
    gettext_lazy("{count} anggota kartu keluarga yang datang kemudian"): (
        f"select count(*) from people_cardentry where card_id in {CARDS} and person_id not in {PERSONS}"
    ),
    gettext_lazy("{count} perubahan kartu keluarga"): (
        f"select count(*) from people_cardentry where person_id in {PERSONS} and until is not null"
    ),
    gettext_lazy("{count} warga yang datanya sudah diubah"): (
        "select count(*) from people_person where batch_id = %(batch)s and revision > 0"
    ),
    gettext_lazy("{count} rumah tangga yang datanya sudah diubah"): (
        "select count(*) from people_household where batch_id = %(batch)s and (revision > 0 or until is not null)"
    ),
}
TAKE_BACK = (
    f"delete from people_cardentry where person_id in {PERSONS}",
    f"delete from people_stay where person_id in {PERSONS}",
    f"delete from people_secret where person_id in {PERSONS} or card_id in {CARDS}",
    "delete from people_person where batch_id = %(batch)s",
    "delete from people_household where batch_id = %(batch)s",
    "delete from people_familycard where batch_id = %(batch)s",
)


def take_back(batch: Batch) -> None:
    """Raises Problem people.batch_built_upon, with what stands in the way, and then nothing is taken back."""
    with connection.cursor() as cursor:
        if reasons := _built_upon(cursor, batch):
            raise Problem("people.batch_built_upon", what=", ".join(reasons))
        try:
            with transaction.atomic():
                for statement in TAKE_BACK:
                    cursor.execute(statement, {"batch": batch.pk})
                cursor.execute("set constraints all immediate")
                cursor.execute("set constraints all deferred")
        except IntegrityError as error:
            raise Problem("people.batch_built_upon", what=_("ada penilaian atau catatan lain")) from error


def _built_upon(cursor: object, batch: Batch) -> list[str]:
    said = []
    for words, statement in BUILT_UPON.items():
        cursor.execute(statement, {"batch": batch.pk})
        (count,) = cursor.fetchone()
        if count:
            said.append(str(words).format(count=count))
    return said
