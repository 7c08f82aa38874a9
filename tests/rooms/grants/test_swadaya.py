"""Wages taken and given back, and what people gave: conserved to the rupiah and the half day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from tests.rooms.conftest import Places
from tests.rooms.grants.working import MONDAY, RATE, TODAY, Ground, adopt, make_ground

from rukun.grants.actions import payments, swadaya, wage_lists
from rukun.grants.models import BudgetItem, ClusterSum, Contribution, Payment, WageMove, Workday
from rukun.grants.queries import swadaya as given
from rukun.grants.queries import workdays
from rukun.grants.types import Purse
from rukun.kit.problems import Problem

pytestmark = pytest.mark.django_db
FRIDAY = date(2026, 5, 8)


@pytest.fixture
def ground(places: Places) -> Ground:
    return make_ground(places.melati)


def listed(ground: Ground, until: date = FRIDAY) -> wage_lists.Listed:
    return wage_lists.draw_up(
        activity=ground.activity, until=until, source=Purse.CASH, on=TODAY, by=ground.money.secretary
    )


def goods(ground: Ground, **more):
    told = {
        "activity": ground.activity, "quantity": Decimal("2.5"), "unit": "m³", "unit_value": 350_000,
        "words": "Pasir, harga toko desa", "on": MONDAY, "today": TODAY, "by": "uji",
    } | more  # fmt: skip
    return swadaya.give_goods(**told)


def labour(ground: Ground, **more):
    told = {
        "activity": ground.activity, "people": 12, "days": Decimal(36), "since": MONDAY, "until": date(2026, 5, 6),
        "unit_value": 100_000, "words": "Gotong royong", "today": TODAY, "by": "uji",
    } | more  # fmt: skip
    return swadaya.give_labour(**told)


def cash(ground: Ground, **more):
    told = {
        "activity": ground.activity, "amount": 500_000, "into": "cash", "words": "Untuk memperpanjang jalan",
        "on": MONDAY, "today": TODAY, "by": "uji",
    } | more  # fmt: skip
    return swadaya.give_cash(**told)


def cluster(ground: Ground) -> int:
    return ClusterSum.objects.get(book=ground.money.book, cluster="sosial").swadaya


def test_a_wage_list_pays_some_and_keeps_what_others_gave_back(ground):
    ground.mark(a=2, b=1, c="w2", d="w1")
    made = listed(ground)
    assert (made.payment.amount, made.waived) == (180_000, 2)
    [item] = made.payment.items.all()
    assert (item.quantity, item.unit, item.unit_price, item.words) == (Decimal("1.5"), "HOK", RATE, "Pekerja: 2 orang")
    assert made.payment.payee == "Daftar upah 2 orang"
    assert sum(each.value for each in Contribution.objects.all()) == cluster(ground) == 180_000
    assert set(Workday.objects.filter(payment=made.payment).values_list("worker", flat=True)) == {
        each.pk for each in ground.workers[:2]
    }
    with pytest.raises(Problem, match="grants.no_open_days"):
        listed(ground)


def test_no_name_of_a_worker_stands_on_the_payment(ground):
    ground.mark(a=2, b=2)
    made = listed(ground).payment
    said = " ".join([made.payee, made.words, *made.items.values_list("words", flat=True)])
    assert not any(each.name in said for each in ground.workers)


def test_where_all_give_back_nothing_is_paid(ground):
    ground.mark(a="w2", b="w2")
    assert listed(ground).payment is None
    assert not Payment.objects.exists()
    assert given.standing(ground.activity).value == 2 * RATE


def test_listed_days_do_not_change_until_the_payment_is_refused(ground):
    ground.mark(a=2, c="w2")
    payment = listed(ground).payment
    for told in ({"a": 1}, {"a": 0}, {"c": 2}, {"c": 0}):
        with pytest.raises(Problem, match="grants.day_settled"):
            ground.mark(**told)
    payments.refuse(payment=payment, reason="Salah orang", on=TODAY, by=ground.money.head)
    ground.mark(a=1)
    assert listed(ground).payment.amount == RATE // 2


def test_a_wage_given_back_can_be_asked_again_until_it_was_moved(ground):
    ground.mark(c="w2")
    listed(ground)
    gift = Contribution.objects.get()
    swadaya.take_back(contribution=gift, reason="Butuh upahnya", on=TODAY, by="uji")
    assert cluster(ground) == 0
    with pytest.raises(Problem, match="grants.day_waived_before"):
        ground.mark(c="w1")
    ground.mark(c=2)
    assert listed(ground).payment.amount == RATE


def test_a_wage_asked_again_is_paid_by_the_next_list(ground):
    ground.mark(c="w2")
    listed(ground)
    swadaya.take_back(contribution=Contribution.objects.get(), reason="Butuh upahnya", on=TODAY, by="uji")
    again = listed(ground)
    assert (again.payment.amount, again.waived) == (RATE, 0)
    assert Contribution.objects.count() == 2


def test_only_what_was_given_back_moves_and_only_once(ground, monkeypatch):
    adopt(ground.money.book.rt, monkeypatch, may_move=True)
    ground.mark(a=2, c="w2", d="w2")
    told = {"activity": ground.activity, "source": ground.line, "target": ground.money.cement.number, "on": TODAY}

    def move(days):
        return wage_lists.move(days=Decimal(days), by=ground.money.head, **told)

    with pytest.raises(Problem, match="grants.wage_move_days"):
        move(1)
    listed(ground)
    with pytest.raises(Problem, match="grants.wage_move_days"):
        move("2.5")
    move("1.5")
    [left] = given.movable(ground.activity, workdays.rates(ground.activity))
    assert (left.amount, left.days) == (RATE // 2, Decimal("0.5"))
    with pytest.raises(Problem, match="grants.wage_move_days"):
        move(1)
    gift = Contribution.objects.first()
    with pytest.raises(Problem, match="grants.gift_moved"):
        swadaya.take_back(contribution=gift, reason="Butuh upahnya", on=TODAY, by="uji")
    ground.line.refresh_from_db()
    ground.money.cement.refresh_from_db()
    assert (ground.line.approved, ground.money.cement.approved) == (6_000_000 - 180_000, 10_000_000 + 180_000)
    wages = BudgetItem.objects.get(
        budget__state="approved", budget__activity=ground.activity, number=ground.line.number
    )
    assert (wages.unit, wages.unit_price, wages.quantity) == ("HOK", RATE, Decimal("48.5"))


@pytest.mark.parametrize("days", ["0", "-1", "0.25", "99"])
def test_no_impossible_days_move(ground, monkeypatch, days):
    adopt(ground.money.book.rt, monkeypatch, may_move=True)
    ground.mark(c="w2")
    listed(ground)
    with pytest.raises(Problem, match="grants.wage_move_days"):
        wage_lists.move(
            activity=ground.activity, source=ground.line, target=1, days=Decimal(days), on=TODAY, by=ground.money.head
        )
    assert not WageMove.objects.exists()


def test_a_silent_juknis_is_asked_about(ground, monkeypatch):
    adopt(ground.money.book.rt, monkeypatch, may_move=None)
    with pytest.raises(Problem, match="grants.wages_move_unknown"):
        wage_lists.move(
            activity=ground.activity, source=ground.line, target=1, days=Decimal(1), on=TODAY, by=ground.money.head
        )


def test_gifts_stand_in_their_own_units_with_their_worth(ground):
    labour(ground), goods(ground), goods(ground, quantity=Decimal(3), unit="zak", unit_value=80_000), cash(ground)
    told = {str(each.kind): (each.quantities, each.value) for each in given.standing(ground.activity).given}
    assert told == {
        "labour": ((("HOK", 36),), 3_600_000),
        "goods": ((("m³", Decimal("2.5")), ("zak", 3)), 1_115_000),
        "cash": ((("Rp", 500_000),), 500_000),
    }
    assert cluster(ground) == 5_215_000
    ground.money.book.refresh_from_db()
    assert (ground.money.book.swadaya_cash, ground.money.book.cash) == (500_000, 500_000)
    found = given.standing(ground.activity)
    assert found.share * (found.grant + found.value) == 5_215_000


def test_what_is_taken_back_leaves_nothing_but_its_trace(ground):
    made = [labour(ground), goods(ground), cash(ground)]
    for each in made:
        mirror = swadaya.take_back(contribution=each, reason="Salah catat", on=TODAY, by="uji")
        with pytest.raises(Problem, match="grants.gift_taken_back"):
            swadaya.take_back(contribution=each, reason="Salah catat", on=TODAY, by="uji")
        with pytest.raises(Problem, match="grants.gift_is_mirror"):
            swadaya.take_back(contribution=mirror, reason="Salah catat", on=TODAY, by="uji")
    assert given.standing(ground.activity).given == ()
    assert cluster(ground) == 0
    ground.money.book.refresh_from_db()
    assert (ground.money.book.swadaya_cash, ground.money.book.cash) == (0, 0)
    assert Contribution.objects.count() == 6


def test_the_same_sending_is_one_gift(ground):
    op = uuid4()
    assert cash(ground, op=op) == cash(ground, op=op)
    with pytest.raises(Problem, match="grants.gift_clash"):
        cash(ground, op=op, amount=500_001)
    ground.money.book.refresh_from_db()
    assert ground.money.book.swadaya_cash == 500_000


@pytest.mark.parametrize(
    ("give", "told", "code"),
    [
        (goods, {"quantity": Decimal(-1)}, "gift_quantity"),
        (goods, {"quantity": Decimal(0)}, "gift_quantity"),
        (goods, {"quantity": Decimal("0.00001")}, "gift_quantity"),
        (goods, {"quantity": Decimal("NaN")}, "gift_quantity"),
        (goods, {"unit_value": 0}, "gift_value"),
        (goods, {"unit_value": -5}, "gift_value"),
        (goods, {"unit_value": 10**15}, "gift_value"),
        (goods, {"on": date(2099, 1, 1)}, "work_day_wrong"),
        (goods, {"on": date(1970, 1, 1)}, "work_day_wrong"),
        (labour, {"days": Decimal("36.5")}, "labour_impossible"),
        (labour, {"days": Decimal("0.3")}, "labour_impossible"),
        (labour, {"people": 0}, "labour_impossible"),
        (labour, {"people": -3}, "labour_impossible"),
        (labour, {"until": date(2026, 5, 1)}, "labour_days"),
        (labour, {"since": date(1970, 1, 1)}, "work_day_wrong"),
        (cash, {"amount": -1}, "gift_quantity"),
        (cash, {"amount": 10**15}, "gift_quantity"),
    ],
)
def test_what_cannot_be_is_a_letter_and_leaves_nothing(ground, give, told, code):
    with pytest.raises(Problem, match=f"grants.{code}"):
        give(ground, **told)
    assert not Contribution.objects.exists()


def test_cash_of_a_closed_period_is_not_given(ground):
    ground.money.book.closed_until = MONDAY
    ground.money.book.save()
    with pytest.raises(Problem, match="grants.period_closed"):
        cash(ground)
    assert not Contribution.objects.exists()


def test_a_gift_is_taken_back_with_a_reason(ground):
    with pytest.raises(Problem, match="grants.gift_reason"):
        swadaya.take_back(contribution=goods(ground), reason="  ", on=TODAY, by="uji")
