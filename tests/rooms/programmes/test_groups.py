"""Groups: capital goes out and comes back, never more than went; a slip is undone once and stays to be read."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test
from tests.rooms.programmes.helped import TODAY, make_home, make_person, make_scheme, signed_in
from tests.rooms.rolled_back import RolledBack

from rukun.audit.models import Line
from rukun.kit.problems import Problem
from rukun.programmes.actions import groups as actions
from rukun.programmes.models import Group, Member, Repayment
from rukun.programmes.queries import groups

BEGUN = date(2024, 1, 5)


def make_group(place, name="Kelompok Rekaan", **terms) -> Group:
    scheme = make_scheme(place, form="capital", **{"lasts_months": 3} | terms)
    told = {"area_id": place.pk, "path": place.path, "scheme_id": scheme.pk, "name": name}
    return actions.begin(**told, since=BEGUN, today=TODAY, by="uji")


def lend(group, amount, on=BEGUN):
    return actions.lend(group=group, amount=amount, on=on, today=TODAY, by="uji", words="Modal awal")


def repay(group, amount, on=TODAY):
    return actions.repay(group=group, amount=amount, on=on, today=TODAY, by="uji")


def refused(code, act):
    with pytest.raises(Problem) as raised, transaction.atomic():
        act()
    assert raised.value.code == f"programmes.{code}"


def sums(group):
    group.refresh_from_db()
    return group.lent, group.returned


def test_capital_goes_out_and_comes_back(places):
    group = make_group(places.melati)
    lend(group, 3_000_000)
    repay(group, 1_000_000, date(2024, 2, 5))
    assert sums(group) == (3_000_000, 1_000_000)
    assert groups.standing(group, on=date(2024, 4, 4)).late == 0
    assert groups.standing(group, on=date(2024, 4, 5)).late == 2_000_000


def test_where_the_terms_are_silent_nothing_is_late(places):
    group = make_group(places.melati, lasts_months=None)
    lend(group, 3_000_000)
    assert groups.standing(group, on=TODAY).late is None


def test_never_more_comes_back_than_is_out_on_any_day(places):
    group = make_group(places.melati)
    lend(group, 500_000, date(2024, 3, 1))
    refused("more_back_than_out", lambda: repay(group, 500_001))
    refused("more_back_than_out", lambda: repay(group, 100_000, date(2024, 2, 1)))
    refused("capital_amount", lambda: repay(group, 0))
    refused("capital_amount", lambda: lend(group, 10**13))
    refused("day_not_possible", lambda: repay(group, 1, TODAY + timedelta(days=1)))
    refused("day_not_possible", lambda: lend(group, 1, BEGUN - timedelta(days=1)))
    assert sums(group) == (500_000, 0)


def test_a_slip_is_undone_once_by_its_opposite(places):
    group = make_group(places.melati)
    row = lend(group, 500_000)
    made = actions.undo(repayment=row, words="Salah nol", today=TODAY, by="uji")
    assert (made.amount, made.undoes_id, sums(group)) == (500_000, row.pk, (0, 0))
    refused("undone_already", lambda: actions.undo(repayment=row, words="Lagi", today=TODAY, by="uji"))
    refused("undone_already", lambda: actions.undo(repayment=made, words="Lagi", today=TODAY, by="uji"))
    other = lend(group, 500_000)
    repay(group, 200_000)
    refused("more_back_than_out", lambda: actions.undo(repayment=other, words="Salah", today=TODAY, by="uji"))
    refused("undo_words", lambda: actions.undo(repayment=other, words=" ", today=TODAY, by="uji"))


def test_a_group_ends_when_everything_is_back(places):
    group = make_group(places.melati)
    home, _head = make_home(places.melati)
    actions.join(group=group, person_id=make_person(home, "Umi Rekaan").pk, today=TODAY, by="uji")
    lend(group, 500_000)
    refused("capital_still_out", lambda: actions.end(group=group, today=TODAY, by="uji"))
    repay(group, 500_000)
    actions.end(group=group, today=TODAY, by="uji")
    refused("group_ended", lambda: lend(group, 1))
    assert not Member.objects.filter(group=group, until__isnull=True).exists()


def test_only_neighbours_join_and_each_once(places):
    group = make_group(places.melati)
    (_home, near), (_other, far) = make_home(places.melati), make_home(places.mawar)
    actions.join(group=group, person_id=near.pk, today=TODAY, by="uji")
    refused("member_already", lambda: actions.join(group=group, person_id=near.pk, today=TODAY, by="uji"))
    refused("not_a_resident", lambda: actions.join(group=group, person_id=far.pk, today=TODAY, by="uji"))


def test_a_group_stands_under_a_programme_that_runs_here(places):
    make_group(places.melati)
    far = make_scheme(places.other_desa, form="capital")
    told = {"area_id": places.melati.pk, "path": places.melati.path, "since": BEGUN, "today": TODAY, "by": "uji"}
    refused("scheme_not_here", lambda: actions.begin(scheme_id=far.pk, name="Lain", **told))
    near = make_scheme(places.desa, form="capital")
    refused("group_same_name", lambda: actions.begin(scheme_id=near.pk, name="kelompok rekaan ", **told))


def test_the_database_itself_keeps_rows_and_sums(places):
    group = make_group(places.melati)
    row = lend(group, 500_000)
    with pytest.raises(IntegrityError), transaction.atomic():
        Group.objects.filter(pk=group.pk).update(returned=500_001)
    with pytest.raises(Exception, match="permission denied|programmes_repayment_written"), transaction.atomic():
        Repayment.objects.filter(pk=row.pk).update(amount=-1)


def test_pages_of_a_group_keep_what_was_typed(client, cast, places):
    group = make_group(places.melati)
    page = signed_in(client, cast.rt_head)
    url = reverse("programmes:capital_repay", args=[group.pk])
    answer = page.post(url, {"amount": "1.500.000", "on": str(TODAY), "words": "Setoran Juli"})
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "1.500.000" in said and "Setoran Juli" in said and "lebih Rp1.500.000 daripada" in said
    answer = page.post(reverse("programmes:capital_lend", args=[group.pk]), {"amount": "2.000.000", "on": str(TODAY)})
    assert answer.status_code == 302
    shown = page.get(reverse("programmes:group", args=[group.pk])).content.decode()
    assert "Rp2.000.000" in shown
    assert page.get(reverse("programmes:groups", args=[places.melati.pk])).status_code == 200
    row = group.repayments.get()
    url = f"{reverse('programmes:capital_undo', args=[group.pk])}?catatan={row.pk}"
    assert page.post(url, {"words": "Salah kelompok"}).status_code == 302
    assert sums(group) == (0, 0)


def test_a_member_is_found_by_name_and_the_name_stays_out_of_addresses_and_log(client, cast, places):
    group = make_group(places.melati)
    _home, person = make_home(places.melati, "Mariana Khayali")
    page, url = signed_in(client, cast.kader), reverse("programmes:group_join", args=[group.pk])
    assert "Mariana Khayali, perempuan" in page.post(url, {"words": "mariana"}).content.decode()
    assert page.post(url, {"words": "mariana", "person": str(person.pk)}).status_code == 302
    shown = page.get(reverse("programmes:group", args=[group.pk])).content.decode()
    assert "Mariana Khayali" in shown
    assert not [each for each in Line.objects.values_list("details", flat=True) if "Mariana" in str(each)]
    leave = f"{reverse('programmes:group_leave', args=[group.pk])}?anggota={group.members.get().pk}"
    assert "Mariana Khayali" in page.get(leave).content.decode()
    assert page.post(leave, {}).status_code == 302
    assert group.members.filter(until__isnull=True).count() == 0


def test_figures_are_for_every_office_names_for_few(client, cast, places):
    group = make_group(places.melati)
    _home, person = make_home(places.melati, "Mariana Khayali")
    actions.join(group=group, person_id=person.pk, today=TODAY, by="uji")
    shown = signed_in(client, cast.kecamatan_officer).get(reverse("programmes:group", args=[group.pk])).content.decode()
    assert "Anggota: 1 orang" in shown and "Mariana" not in shown


class Lending(RolledBack):
    """Whatever is lent, brought back and undone: the sums are those of the rows, and never below zero."""

    place = None

    def __init__(self):
        super().__init__()
        self.group = make_group(self.place)

    @rule(amount=st.integers(-1, 10**6), day=st.integers(0, 20))
    def out(self, amount, day):
        self.tried(lambda: lend(self.group, amount, BEGUN + timedelta(days=day)))

    @rule(amount=st.integers(0, 10**6), day=st.integers(0, 20))
    def back(self, amount, day):
        self.tried(lambda: repay(self.group, amount, BEGUN + timedelta(days=day)))

    @rule(at=st.integers(0, 6))
    def slip(self, at):
        rows = list(self.group.repayments.order_by("pk"))
        if rows:
            row = rows[at % len(rows)]
            self.tried(lambda: actions.undo(repayment=row, words="Salah", today=TODAY, by="uji"))

    def tried(self, act):
        before = self.group.repayments.count()
        try:
            with transaction.atomic():
                act()
        except Problem:
            assert self.group.repayments.count() == before

    @invariant()
    def sums_are_those_of_the_rows(self):
        self.group.refresh_from_db()
        rows = list(self.group.repayments.order_by("on", "amount"))
        gone = {each.undoes_id for each in rows}
        held = [each for each in rows if each.undoes_id is None and each.pk not in gone]
        assert self.group.lent - self.group.returned == -sum(each.amount for each in rows)
        assert self.group.lent == -sum(each.amount for each in held if each.amount < 0)
        out = 0
        for each in held:
            out -= each.amount
            assert out >= 0


def test_whatever_is_lent_and_brought_back(places):
    Lending.place = places.melati
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]
    run_state_machine_as_test(
        Lending, settings=settings(max_examples=12, stateful_step_count=15, deadline=None, suppress_health_check=checks)
    )
