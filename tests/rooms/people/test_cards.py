"""Family cards: issued, renewed, joined and left, by action and by page; no number escapes, nobody stands on two."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db.models import Count, Q
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rooms.people.families import SINCE, TODAY, make_household, make_person, settle, the

from rukun.accounts.permissions import today
from rukun.audit.queries import lines
from rukun.kit.problems import Problem
from rukun.people.actions import cards, households, stays
from rukun.people.models import CardEntry, FamilyCard, Secret
from rukun.people.queries import cards as reading
from rukun.people.types import Relation
from rukun.rules.identity.masks import STORED
from rukun.walls import scope

NUMBER, OTHER = "6402901203100004", "6402901203100005"
ON = date(2026, 5, 1)
ACT = {"today": TODAY, "by": "uji"}


@pytest.fixture
def home(places):
    return make_household(places.melati, "Tono Rekaan", "Sari Rekaan", "Bayu Rekaan")


@pytest.fixture
def card(home, places):
    members = {the("Tono Rekaan"): "head", the("Sari Rekaan"): "wife"}
    return cards.issue(rt=places.melati, number=NUMBER, members=members, since=SINCE, **ACT)


def refused(code, act, **kwargs):
    with pytest.raises(Problem) as caught:
        act(**kwargs)
    assert caught.value.code == code


def standing(card):
    return {each.name: each.entry.relation for each in reading.told(FamilyCard.objects.get(pk=card.pk)).members}


@pytest.mark.parametrize(
    ("relations", "code"),
    [
        ([], "people.card_without_members"),
        (["wife", "child"], "people.card_needs_a_head"),
        (["head", "head"], "people.card_two_heads"),
    ],
)
def test_a_card_has_one_head(home, places, relations, code):
    members = dict(zip([the("Tono Rekaan"), the("Sari Rekaan")], relations, strict=False))
    refused(code, cards.issue, rt=places.melati, number=NUMBER, members=members, since=SINCE, **ACT)
    assert not FamilyCard.objects.exists()
    assert not Secret.objects.exists()


def test_a_renewed_card_keeps_the_old_number_and_names_the_new_head(card):
    tono, sari = the("Tono Rekaan"), the("Sari Rekaan")
    cards.renew(card=card, number=OTHER, since=ON, reason="new_head", relations={sari: "head", tono: "husband"}, **ACT)
    assert list(card.secrets.order_by("since").values_list("since", "until", "reason")) == [
        (SINCE, ON, "recorded"),
        (ON, None, "new_head"),
    ]
    assert standing(card) == {"Sari Rekaan": "head", "Tono Rekaan": "husband"}
    assert CardEntry.objects.filter(person=tono, relation="head", until=ON).count() == 1
    line = lines(verb="card.renewed").get()
    assert line.details == {"since": str(ON), "people": 2, "reason": "new_head"}


def test_a_renewal_that_changes_nothing_is_told(card):
    refused("people.nothing_renewed", cards.renew, card=card, number=NUMBER, since=ON, reason="lost", **ACT)
    refused(
        "people.day_before_card",
        cards.renew,
        card=card,
        number=OTHER,
        since=SINCE - timedelta(days=1),
        reason="lost",
        **ACT,
    )
    assert card.secrets.get().until is None


def test_who_parts_takes_a_new_card_and_leaves_the_old(card, home, places):
    sari = the("Sari Rekaan")
    new = cards.issue(rt=places.melati, number=OTHER, members={sari: "head"}, since=ON, reason="parted", **ACT)
    assert standing(card) == {"Tono Rekaan": "head"}
    assert standing(new) == {"Sari Rekaan": "head"}
    assert CardEntry.objects.get(person=sari, card=card).until == ON


def test_the_last_to_leave_ends_the_card_and_frees_its_number(card, places):
    for name in ("Tono Rekaan", "Sari Rekaan"):
        assert cards.leave(person=the(name), on=ON, **ACT).until == ON
    assert FamilyCard.objects.get().until == ON
    assert Secret.objects.get().until == ON
    refused("people.on_no_card", cards.leave, person=the("Sari Rekaan"), on=ON, **ACT)
    refused("people.card_closed", cards.join, card=card, person=the("Bayu Rekaan"), relation="head", on=ON, **ACT)
    again = cards.issue(rt=places.melati, number=NUMBER, members={the("Sari Rekaan"): "head"}, since=ON, **ACT)
    assert standing(again) == {"Sari Rekaan": "head"}


def test_a_death_leaves_the_card_without_a_head_and_a_departure_ends_it(card, home):
    stays.die(person=the("Tono Rekaan"), on=ON, **ACT)
    assert not reading.told(FamilyCard.objects.get()).has_head
    home.refresh_from_db()
    households.close(household=home, on=ON, ending="moved_out", **ACT)
    assert (FamilyCard.objects.get().until, Secret.objects.get().until) == (ON, ON)


@pytest.mark.parametrize(
    ("name", "relation", "on", "code"),
    [
        ("Sari Rekaan", "wife", ON, "people.on_this_card"),
        ("Bayu Rekaan", "head", ON, "people.card_has_a_head"),
        ("Bayu Rekaan", "child", SINCE - timedelta(days=1), "people.day_before_card"),
        ("Bayu Rekaan", "child", TODAY + timedelta(days=1), "people.day_in_future"),
    ],
)
def test_who_cannot_join_is_told_why(card, name, relation, on, code):
    refused(code, cards.join, card=card, person=the(name), relation=relation, on=on, **ACT)
    assert len(standing(card)) == 2


def test_a_card_out_of_sight_keeps_its_member(card, places):
    """Sari moved to Mawar, her card lies in Melati: the head of Mawar can neither see nor end it, and is told so."""
    stays.move_within(person=the("Sari Rekaan"), to_household=make_household(places.mawar, "Dewi Rekaan"), on=ON, **ACT)
    new = {"rt": places.mawar, "number": OTHER, "members": {the("Sari Rekaan"): "head"}, "since": ON}
    with scope.within([places.mawar.path]):
        refused("people.on_card_elsewhere", cards.issue, **new, **ACT)
    with scope.within([places.melati.path]):
        told = reading.told(FamilyCard.objects.get(pk=card.pk))
        assert [each.name for each in told.members] == ["Tono Rekaan", ""]
        assert [each.name for each in told.reachable] == ["Tono Rekaan"]


def test_a_day_before_the_present_card_is_told_with_the_name(card, places):
    early = {"rt": places.melati, "number": OTHER, "since": SINCE - timedelta(days=9)}
    refused("people.day_before_entry", cards.issue, members={the("Sari Rekaan"): "head"}, **early, **ACT)


EVENTS = st.lists(
    st.tuples(st.sampled_from(["issue", "join", "leave", "renew"]), st.integers(0, 2), st.integers(0, 2)), max_size=8
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(events=EVENTS)
def test_whatever_happens_each_stands_on_one_card_and_a_card_in_force_has_somebody_and_a_number(places, events):
    with scope.everything():
        people = [make_person(places.melati, f"Orang {n} Rekaan") for n in range(3)]
        held = []
        for day, (act, who, which) in enumerate(events):
            happen(held, act, people[who], which, places.melati, SINCE + timedelta(days=day))
        twice = CardEntry.objects.filter(until=None).values("person").annotate(n=Count("id")).filter(n__gt=1)
        assert not twice.exists()
        for card in FamilyCard.objects.filter(pk__in=[each.pk for each in held]):
            is_stood_on = card.entries.filter(until=None).exists()
            assert (card.until is None) == is_stood_on
            assert card.secrets.filter(until=None).count() == is_stood_on
            assert card.entries.filter(until=None, relation="head").count() <= 1
        assert not CardEntry.objects.filter(Q(card__in=held) & Q(until__lt=SINCE)).exists()


def happen(held, act, person, which, rt, on):
    serial = f"64029012031{Secret.objects.count() + 10000:05d}"
    card = held[which % len(held)] if held else None
    try:
        if act == "issue":
            held.append(cards.issue(rt=rt, number=serial, members={person: "head"}, since=on, **ACT))
        elif act == "leave":
            cards.leave(person=person, on=on, **ACT)
        elif card and act == "join":
            cards.join(card=card, person=person, relation=Relation.OTHER, on=on, **ACT)
        elif card:
            cards.renew(card=card, number=serial, since=on, reason="lost", **ACT)
    except Problem as problem:
        assert problem.code.startswith("people.")


# Pages


def relations(**words):
    return {f"relation_{the(f'{name} Rekaan').pk}": word for name, word in words.items()}


def issued(home, **changes):
    typed = {"number": NUMBER, "since": str(ON), "reason": "married"} | changes
    return reverse("people:card_issue", args=[home.pk]), typed


def test_the_rt_head_records_a_card_from_the_household_page(as_, home):
    client, (url, typed) = as_("rt_head"), issued(home)
    page = client.get(reverse("people:household", args=[home.pk])).content.decode()
    assert "Belum ada kartu keluarga" in page
    assert url in page
    done = client.post(url, typed | relations(Tono="head", Sari="wife", Bayu="not_on_it"), follow=True)
    page = done.content.decode()
    card = FamilyCard.objects.get()
    assert standing(card) == {"Tono Rekaan": "head", "Sari Rekaan": "wife"}
    assert card.secrets.get().reason == "married"
    assert (STORED in page, NUMBER in page, "1 Mei 2026" in page) == (True, False, True)
    assert "tercatat di sini: Bayu Rekaan" in page
    person = client.get(reverse("people:person", args=[the("Sari Rekaan").pk])).content.decode()
    assert reverse("people:card", args=[card.pk]) in person


def test_what_is_missing_is_said_in_the_words_of_the_form(as_, home):
    client, (url, typed) = as_("rt_head"), issued(home, number="", reason="")
    empty = client.post(url, typed)
    page = empty.content.decode()
    assert empty.status_code == 422
    assert "Nomor KK belum diisi." in page
    assert "Alasan terbitnya belum dipilih." in page
    assert page.count("Hubungannya belum dipilih.") >= 3
    headless = client.post(url, issued(home)[1] | relations(Tono="child", Sari="wife", Bayu="not_on_it"))
    assert (headless.status_code, "Kepala keluarga belum dipilih." in headless.content.decode()) == (422, True)
    short = client.post(url, issued(home, number="12345")[1] | relations(Tono="head", Sari="wife", Bayu="not_on_it"))
    assert "Nomor itu 5 angka." in short.content.decode()
    assert "no-store" in short["Cache-Control"]
    assert not FamilyCard.objects.exists()


def test_who_stands_on_a_card_is_left_off_the_next_one_unless_chosen(as_, card, home):
    page = as_("desa_operator").get(reverse("people:card_issue", args=[home.pk]))
    chosen = {field.label: field.initial for field in page.context["form"].fields.values() if field.label}
    assert chosen["Hubungan Tono Rekaan"] == "not_on_it"
    assert chosen["Hubungan Bayu Rekaan"] == "child"


def test_a_card_page_shows_now_and_before_and_never_the_number(as_, card):
    cards.join(card=card, person=the("Bayu Rekaan"), relation="child", on=ON, **ACT)
    cards.leave(person=the("Sari Rekaan"), on=ON, **ACT)
    cards.renew(card=card, number=OTHER, since=ON, reason="lost", **ACT)
    page = as_("rt_head").get(reverse("people:card", args=[card.pk]))
    held, text = page.context["held"], page.content.decode()
    assert [each.name for each in held.members] == ["Tono Rekaan", "Bayu Rekaan"]
    assert [each.name for each in held.gone] == ["Sari Rekaan"]
    assert "Hilang atau rusak" in text
    assert NUMBER not in text
    assert OTHER not in text


def test_members_come_and_go_and_the_card_is_renewed(as_, card, home, places):
    neighbour = make_person(places.melati, "Dewi Rekaan")
    settle(neighbour, make_household(places.melati))
    client, url = as_("rt_head"), lambda name: reverse(f"people:{name}", args=[card.pk])
    groups = dict(client.get(url("card_join")).context["form"].fields["person"].choices)
    assert [name for _, name in groups["Serumah"]] == ["Bayu Rekaan"]
    assert [name for _, name in groups["Belum pada kartu keluarga"]] == ["Dewi Rekaan"]
    joined = client.post(url("card_join"), {"person": the("Bayu Rekaan").pk, "relation": "child", "on": str(ON)})
    assert joined.status_code == 302
    left = client.post(url("card_leave"), {"person": the("Tono Rekaan").pk, "on": str(today())})
    assert left.status_code == 302
    assert "belum punya kepala keluarga" in client.get(url("card")).content.decode()
    typed = {"number": OTHER, "since": str(today()), "reason": "new_head"} | relations(Sari="head", Bayu="child")
    assert client.post(url("card_renew"), typed).status_code == 302
    assert standing(card) == {"Sari Rekaan": "head", "Bayu Rekaan": "child"}
    nobody = client.post(url("card_leave"), {"on": str(today())})
    assert "Orangnya belum dipilih." in nobody.content.decode()


def test_the_number_is_shown_once_for_a_reason_that_is_kept(as_, card):
    client, url = as_("rt_head"), reverse("people:card_reveal", args=[card.pk])
    hasty = client.post(url, {"reason": "cek"})
    assert (hasty.status_code, NUMBER in hasty.content.decode()) == (422, False)
    assert not lines(verb="secret.revealed").exists()
    shown = client.post(url, {"reason": "mengisi surat pengantar nikah"})
    assert NUMBER in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    line = lines(verb="secret.revealed").get()
    assert (line.subject, line.subject_id, line.details["kind"]) == ("people.familycard", card.pk, "kk")


@pytest.mark.parametrize(
    ("who", "page", "status"),
    [
        ("kader", "card", 200),
        ("kader", "card_renew", 403),
        ("kader", "card_reveal", 403),
        ("dinsos", "card", 200),
        ("dinsos", "card_reveal", 403),
        ("kecamatan_officer", "card", 403),
        ("mawar_head", "card", 404),
        ("mawar_head", "card_reveal", 404),
        ("stranger", "card", 404),
        ("desa_operator", "card_leave", 200),
    ],
)
def test_each_role_opens_what_it_may(as_, card, who, page, status):
    assert as_(who).get(reverse(f"people:{page}", args=[card.pk])).status_code == status


def test_the_kader_sees_the_card_but_no_button(as_, card):
    page = as_("kader").get(reverse("people:card", args=[card.pk])).content.decode()
    assert "Sari Rekaan" in page
    assert not [word for word in ("Perbarui kartu", "Tambah anggota", "Buka nomor KK") if word in page]
