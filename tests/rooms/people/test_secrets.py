"""Numbers are sealed, shown for a reason, and never twice."""

from __future__ import annotations

import logging

import pytest
from django.db import connection
from tests.rooms.people.families import NIK, SINCE, TODAY, make_household, the

from rukun.audit.models import Line
from rukun.kit.problems import Problem
from rukun.people.actions import secrets
from rukun.people.models import Secret
from rukun.people.queries import persons
from rukun.walls import scope

REASON = "Mencocokkan berkas bantuan di kantor desa"


@pytest.fixture
def sari(places):
    make_household(places.melati, "Sari Rekaan", "Tono Rekaan")
    return the("Sari Rekaan")


def keep(person, nik=NIK):
    return secrets.record(person=person, nik=nik, status="seen", since=SINCE, by="uji")


def test_a_number_is_stored_sealed_and_comes_back_for_a_reason(sari):
    keep(sari)
    assert NIK.encode() not in bytes(Secret.objects.get().sealed)
    assert secrets.reveal(holder=sari, reason=REASON, by="uji") == NIK
    line = Line.objects.get(verb="secret.revealed")
    assert line.details == {"kind": "nik", "reason": REASON}
    assert persons.has_number(sari) == "•••• tersimpan"


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        ("perlu", "people.reason_missing"),
        ("1234567890", "people.reason_missing"),
        (f"mencocokkan nomor {NIK}", "people.reason_has_number"),
        ("mencocokkan nomor 6402 9057 0880 0001", "people.reason_has_number"),
    ],
)
def test_without_a_good_reason_nothing_is_shown_nor_logged(sari, reason, code):
    keep(sari)
    with pytest.raises(Problem) as caught:
        secrets.reveal(holder=sari, reason=reason, by="uji")
    assert caught.value.code == code
    assert not Line.objects.filter(verb="secret.revealed").exists()


def test_one_number_belongs_to_one_person_even_where_one_may_not_look(sari, places):
    make_household(places.kenanga, "Dewi Rekaan")
    keep(the("Dewi Rekaan"))
    with scope.within([places.melati.path]), pytest.raises(Problem) as caught:
        keep(sari)
    assert caught.value.code == "people.number_taken"
    assert "kenanga" not in str(caught.value).lower()


def test_a_mistyped_number_is_replaced_and_the_old_one_ends(sari):
    keep(sari, "6402905708800002")
    kept = keep(the("Sari Rekaan")).secret
    assert list(Secret.objects.filter(until__isnull=True)) == [kept]


def test_differences_with_the_register_are_told_and_do_not_stop(sari):
    codes = [finding.code for finding in keep(sari, "6402901708810001").findings]
    assert codes == ["people.birth_date_differs", "people.sex_differs"]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "people.number_empty"),
        ("64029", "people.number_wrong_length"),
        ("3,27E+15", "people.number_digits_lost_in_spreadsheet"),
        ("0402905708800001", "people.number_temporary_number"),
        ("6402909999800001", "people.number_impossible_date"),
        ("6402905708800000", "people.number_serial_zero"),
        ("64029057088OOO01", "people.number_not_digits"),
    ],
)
def test_unreadable_numbers_are_refused_with_a_letter(sari, typed, code):
    with pytest.raises(Problem) as caught:
        keep(sari, typed)
    assert caught.value.code == code


def test_a_canary_number_reaches_no_log_and_no_audit_line(sari, caplog):
    caplog.set_level(logging.DEBUG)
    keep(sari)
    secrets.reveal(holder=sari, reason=REASON, by="uji")
    persons.search(NIK, on=TODAY)
    told = " ".join(str(row) for row in Line.objects.values_list("details", "subject", "path", "actor"))
    spoken = " ".join(record.getMessage() for record in caplog.records if record.name.startswith("rukun"))
    assert NIK not in told + spoken
    assert NIK not in " ".join(query["sql"] for query in connection.queries)
