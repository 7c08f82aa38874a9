"""Flags through the database: what is found is kept once, said in three sentences, closed only with words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from tests.rooms.conftest import Places, make_user
from tests.rooms.grants.money_ground import ON, Money, make_money

from rukun.accounts.types import Role
from rukun.grants.actions import watching
from rukun.grants.models import AuditSample, Flag, Payment, PaymentItem, Picture, Shot, Vendor
from rukun.grants.queries import watching as queries
from rukun.grants.types import FlagState
from rukun.grants.words import watching as words
from rukun.kit.problems import Problem
from rukun.rules import watching as rules
from rukun.rules.identity import name_key
from rukun.walls import scope

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 4)


@pytest.fixture
def money(places: Places) -> Money:
    return make_money(places.melati)


def make_vendor(money: Money, name: str = "Toko Rekaan Jaya") -> Vendor:
    here = {"rt_id": money.book.rt_id, "path": money.book.path}
    return Vendor.objects.create(**here, name=name, kind="shop", name_key=name_key(name), since=ON)


def buy(money: Money, vendor: Vendor, number: str, **more: Any) -> Payment:
    told = {"on": DAY, "amount": 900_000} | more
    made = Payment.objects.create(
        activity=money.activity, book=money.book, path=money.book.path, kind="goods", state="approved", number=number,
        vendor=vendor, payee=vendor.name, words="Semen rekaan", source="bank", digest="", proposed_by=money.secretary,
        proposed_on=DAY, approved_by=money.head, approved_on=DAY, **told,
    )  # fmt: skip
    PaymentItem.objects.create(
        payment=made, path=made.path, line=money.cement, words="Semen 50 kg", unit="zak", quantity=10,
        unit_price=made.amount // 10, amount=made.amount,
    )  # fmt: skip
    return made


def look(money: Money, on: date = DAY) -> dict[str, int]:
    return watching.scan(path=money.book.path, year=2026, on=on, by="uji")


def test_the_same_note_is_raised_once_and_stays_closed(money):
    shop = make_vendor(money)
    buy(money, shop, "17"), buy(money, shop, "017")
    assert look(money)["new"] == 1 and look(money)["new"] == 0
    flag = Flag.objects.filter(indicator="R-1").first()
    watching.close(flag=flag, words="Dua nota berbeda, sudah dilihat.", is_right=False, on=DAY, by="uji")
    assert look(money)["new"] == 0
    assert queries.precision(money.book.path, 2026) == (0, 1)


def test_every_indicator_and_reason_has_its_words():
    assert set(words.INDICATORS) == set(rules.scores.WEIGHTS)
    for code, said in words.REASONS.items():
        assert str(said), code


def test_a_flag_says_three_sentences(money):
    shop = make_vendor(money)
    buy(money, shop, "17"), buy(money, shop, "17", on=DAY + timedelta(days=900))
    look(money)
    for flag in Flag.objects.all():
        assert len({words.sentence(each) for each in flag.reasons}) == 3


def test_an_officer_who_sells_and_a_photo_used_twice(money):
    first, second = (buy(money, make_vendor(money, money.head.name), str(n * 50)) for n in (1, 2))
    for each in (first, second):
        picture = Picture.objects.filter(digest="a" * 64).first() or Picture.objects.create(
            rt_id=money.book.rt_id, path=each.path, digest="a" * 64, look="f0f0f0f0f0f0f0f0", content=b"x", width=1,
            height=1, on=DAY, by="uji",
        )  # fmt: skip
        Shot.objects.create(picture=picture, path=each.path, role="receipt", payment=each, on=DAY)
    look(money)
    assert {"V-2", "R-2"} <= set(Flag.objects.values_list("indicator", flat=True))


@pytest.mark.parametrize("said", ["", "   "])
def test_no_flag_closes_without_words(money, said):
    shop = make_vendor(money)
    buy(money, shop, "17"), buy(money, shop, "17")
    look(money)
    with pytest.raises(Problem, match="grants.flag_needs_words"):
        watching.close(flag=Flag.objects.first(), words=said, is_right=True, on=DAY, by="uji")


def test_the_seed_is_published_before_the_draw(places, money):
    told = {"area_id": places.kabupaten.pk, "path": places.kabupaten.path, "year": 2026, "seed": "gong rekaan"}
    made = watching.announce(**told, by_risk=1, by_chance=1, on=DAY, by="uji")
    with pytest.raises(Problem, match="grants.sample_too_soon"):
        watching.draw(sample=made, on=DAY, by="uji")
    drawn = watching.draw(sample=made, on=DAY + timedelta(days=1), by="uji")
    assert drawn.drawn == [{"rt": drawn.drawn[0]["rt"], "by": "chance"}]
    with pytest.raises(Problem, match="grants.sample_drawn"):
        watching.draw(sample=drawn, on=DAY + timedelta(days=2), by="uji")


@pytest.fixture
def inspector(client: Client, places: Places, monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr("rukun.accounts.thresholds.lacks_second_factor", lambda request: False)
    client.force_login(make_user("inspektorat-rekaan", Role.INSPEKTORAT, places.kabupaten))
    return client


def test_the_inspector_looks_and_answers(inspector, places, money):
    shop = make_vendor(money)
    buy(money, shop, "17"), buy(money, shop, "17")
    look(money)
    flag = Flag.objects.filter(indicator="R-1").first()
    page = inspector.get(f"/wilayah/{places.kabupaten.pk}/tanda/").content.decode()
    assert "Nota yang sama dua kali" in page and "bukan tuduhan" in page
    empty = inspector.post(f"/tanda/{flag.pk}/", {"answer": "no", "words": ""})
    assert empty.status_code == 422
    inspector.post(f"/tanda/{flag.pk}/", {"answer": "yes", "words": "Nota difotokopi."})
    flag.refresh_from_db()
    assert (flag.state, flag.is_right) == (FlagState.CLOSED, True)


def test_nobody_outside_sees_a_flag(places, money):
    shop = make_vendor(money)
    buy(money, shop, "17"), buy(money, shop, "17")
    look(money)
    with scope.within([places.mawar.path]):
        assert Flag.objects.count() == 0
    assert AuditSample.objects.count() == 0
