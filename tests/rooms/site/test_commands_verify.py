"""verify: a sound house passes, and every kind of fault, planted past all doors by the owner, is named."""

from __future__ import annotations

from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import connection
from tests.rooms.people.workbooks import FAMILY, csv_of, numbered
from tests.rooms.poverty.kitchens import BETTER, POOR

from rukun.accounts.actions import users
from rukun.accounts.permissions import today
from rukun.people.actions import batches, interviews
from rukun.people.models import Household
from rukun.poverty.actions import classifications
from rukun.site import demo, letters, postgres

BY = "perintah:uji"
THE_PERSON = "(select id from people_person where name = 'Sari Rekaan')"
APP = settings.APP.user
FAULTS = {
    "walls.check_unsafe": f"alter role {APP} createrole",
    "walls.check_log": "set local debug_print_plan = on",
    "walls.check_open": "alter policy people_person_wall_select on people_person using (true)",
    "walls.check_verbs": f"grant delete on audit_line to {APP}",
    "walls.check_promise": "alter table people_stay drop constraint people_stay_once",
    "walls.check_strays": """
        alter table poverty_standing disable trigger poverty_standing_household_update;
        update poverty_standing set path = path || '9.';
        alter table poverty_standing enable trigger poverty_standing_household_update""",
    "territory.parent_missing": "update territory_edition set until = '2024-01-01' where code = '64.02.90.2001'",
    "territory.check_path": "update territory_edition set path = path || '9.' where number = '004'",
    "territory.check_untold": """
        insert into territory_succession (source_id, target_id, kind, "on", basis, path)
        select id, id, 'rename', '2023-05-01', 'rekaan', path from territory_area where level = 'desa' limit 1""",
    "accounts.check_terms_overlap": """
        alter table accounts_appointment drop constraint accounts_appointment_once;
        insert into accounts_appointment (user_id, role, area_id, path, since, basis)
        select user_id, role, area_id, path, since, basis from accounts_appointment""",
    "accounts.check_second_factor": "delete from mfa_authenticator",
    "accounts.check_no_administrator": "update accounts_appointment set until = since, since = since - 9",
    "people.check_tally": "update people_tally set people = people + 1",
    "people.check_stays_overlap": f"""
        insert into people_stay (person_id, household_id, path, relation, since, until, began_by, ended_by)
        select person_id, household_id, path, relation, since - 9, since + 9, 'counted', 'mistake' from people_stay
        where person_id = {THE_PERSON}""",
    "people.check_person_elsewhere": f"""
        update people_person set rt_id = a.id, path = a.path
        from territory_area a join territory_edition e on e.area_id = a.id and e.number = '004'
        where people_person.id = {THE_PERSON}""",
    "people.check_nobody_home": """
        insert into people_household (rt_id, path, rt_since, since, address, is_assumed, revision)
        select rt_id, path, rt_since, since, '', false, 0 from people_household limit 1""",
    "people.check_closed_yet_lived_in": "update people_household set until = since",
    "people.check_two_heads": f"update people_stay set relation = 'head' where person_id = {THE_PERSON}",
    "people.check_nik_status": f"update people_person set nik_status = 'none' where id = {THE_PERSON}",
    "people.check_batch_counts": "update people_batch set rows_kept = rows_kept + 1, rows_read = rows_read + 1",
    "people.check_number_sealed": f"update people_secret set sealed = '\\x00ff' where person_id = {THE_PERSON}",
    "people.check_number_index": f"update people_secret set index = '\\x00ff' where person_id = {THE_PERSON}",
    "people.check_name_key": f"update people_person set name_key = 'iusuf' where id = {THE_PERSON}",
    "poverty.check_outdated": "update poverty_standing set label = 'cannot_be_said' where label = 'poor'",
    "poverty.check_tally": "update poverty_povertytally set reasons = reasons || '{\"floor_earth\": 99}'",
    "poverty.check_verdict": """
        update poverty_classification set label = 'not_poor' where label = 'poor';
        update poverty_standing set label = 'not_poor' where label = 'poor'""",
    "audit.check_number": """update audit_line set details = '{"note": "nomor 6402905708800011"}'""",
    "audit.check_reason": """
        insert into audit_line (recorded_at, verb, actor, subject, subject_id, path, details)
        select now(), 'secret.revealed', 'x', 'people.person', 1, path, '{}' from territory_area limit 1""",
    "audit.check_missing": "delete from audit_line where verb = 'people.batch_accepted'",
}


@pytest.fixture
def owned(django_db_setup):
    """The test's transaction belongs to the owner, who acts as the web's role until a fault is to be planted."""
    postgres.enter_as(connection, settings.OWNER)
    yield
    postgres.enter_as(connection, settings.APP)


@pytest.fixture
def sound(owned, places):
    """A small house in order: an administrator with a second factor, two families asked and judged."""
    _as_web()
    admin, _code = users.welcome(
        username="pengelola", name="Wulan Peraga", role="administrator", area_id=places.kabupaten.id, since=today(),
        until=None, basis="SK rekaan", by=BY,
    )  # fmt: skip
    Authenticator.objects.create(user=admin, type=Authenticator.Type.TOTP, data={})
    on = date(2026, 7, 1)
    source = batches.Upload("warga.csv", csv_of([*FAMILY, numbered(77)]))
    batch = batches.check(area_id=places.melati.id, source=source, by=BY, on=on)
    batches.accept(batch=batch, by=BY, on=on)
    for home, answers in zip(Household.objects.order_by("id"), (POOR, BETTER | {"lighting": "pln"}), strict=True):
        interviews.record(
            household=home, instrument="bps14", on=on, source="interview", answers=answers, today=on, by=BY
        )  # fmt: skip
    classifications.classify_area(path=places.kabupaten.path, on=on, by=BY)


def _as_web():
    with connection.cursor() as cursor:
        may_only_become = "with set true, inherit false" if connection.pg_version >= 160_000 else ""
        cursor.execute(f"grant {APP} to current_user {may_only_become}")
        cursor.execute(f"set local role {APP}")


def plant(fault):
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute("set local role none")
        cursor.execute(fault)
        cursor.execute("set constraints all immediate")
        cursor.execute(f"set local role {APP}")


def test_a_sound_house_passes(rukun, sound):
    said = rukun("verify")
    assert (said.code, said.out.count("\n")) == (0, 1), said.out
    assert "Semua janji terjaga" in said.out
    assert "Memeriksa warga" in said.err


@pytest.mark.parametrize("code", FAULTS)
def test_a_planted_fault_is_named(rukun, sound, code):
    plant(FAULTS[code])
    said = rukun("verify", "--json")
    assert said.code == 1
    assert said.told["ok"] is False
    assert code in {each["code"] for each in said.told["findings"]}


def test_faults_are_told_in_words_with_what_to_do(rukun, sound):
    plant(FAULTS["people.check_two_heads"])
    said = rukun("verify")
    assert said.code == 1
    assert "1 rumah tangga punya dua kepala keluarga" in said.out
    assert "→ Buka rumah tangga itu" in said.out
    assert "…" not in said.out


def test_every_letter_of_a_check_has_its_planted_fault():
    told = {code for code in letters.CATALOGUE if ".check_" in code}
    assert told == {code for code in FAULTS if ".check_" in code}


def test_the_demo_keeps_every_promise(rukun, db):
    demo.load()
    said = rukun("verify", "--json")
    assert said.told["findings"] == []
    assert said.code == 0
