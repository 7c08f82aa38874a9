"""Whatever is tried with days and gifts: what is paid and what is given back is what the days are worth, to the rupiah
and the half day, and never more moves than was given back."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from django.db.models import Sum
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test
from tests.rooms.grants.working import MONDAY, RATE, TODAY, Ground, adopt, make_ground
from tests.rooms.rolled_back import RolledBack

from rukun.grants.actions import payments, swadaya, wage_lists
from rukun.grants.models import ClusterSum, Contribution, Payment, PaymentItem, WageMove, Workday
from rukun.grants.queries import swadaya as given
from rukun.grants.queries import workdays
from rukun.grants.types import PaymentState, Purse, SwadayaKind
from rukun.kit.problems import Problem

DAYS = st.integers(0, 4).map(lambda n: MONDAY + timedelta(days=n))
MARKS = st.sampled_from([0, 1, 2, "w1", "w2", 3])
HALVES = st.integers(-1, 12).map(lambda n: Decimal(n) / 2)


class Working(RolledBack):
    """Marks, lists, refusals, moves, gifts and their mirrors; what is refused must leave no trace."""

    ground: Ground

    @rule(on=DAYS, marks=st.dictionaries(st.sampled_from("abcd"), MARKS, min_size=1))
    def mark(self, on, marks):
        self.tried(lambda: self.ground.mark(on=on, **marks))

    @rule(until=DAYS)
    def draw_up(self, until):
        told = {"activity": self.ground.activity, "until": until, "source": Purse.CASH, "on": TODAY}
        self.tried(lambda: wage_lists.draw_up(by=self.ground.money.secretary, **told))

    @rule(n=st.integers(0, 3), what=st.sampled_from(["refuse", "approve", "pay"]))
    def follow(self, n, what):
        if (payment := Payment.objects.order_by("-pk")[n:].first()) is not None:
            by = {"refuse": self.ground.money.head, "approve": self.ground.money.head}.get(what)
            more = {"reason": "Salah"} if what == "refuse" else {}
            act = getattr(payments, what)
            self.tried(lambda: act(payment=payment, on=TODAY, by=by or self.ground.money.treasurer, **more))

    @rule(days=HALVES)
    def move(self, days):
        told = {"activity": self.ground.activity, "source": self.ground.line, "target": 1, "days": days, "on": TODAY}
        self.tried(lambda: wage_lists.move(by=self.ground.money.head, **told))

    @rule(quantity=st.integers(-1, 30_000).map(lambda n: Decimal(n) / 10_000), price=st.integers(0, 10**6))
    def give(self, quantity, price):
        told = {"unit": "m³", "words": "Pasir", "on": MONDAY, "today": TODAY, "by": "uji", "unit_value": price}
        self.tried(lambda: swadaya.give_goods(activity=self.ground.activity, quantity=quantity, **told))

    @rule(amount=st.integers(-1, 10**6))
    def give_cash(self, amount):
        told = {"into": "cash", "words": "Uang", "on": MONDAY, "today": TODAY, "by": "uji"}
        self.tried(lambda: swadaya.give_cash(activity=self.ground.activity, amount=amount, **told))

    @rule(n=st.integers(0, 5))
    def take_back(self, n):
        if (gift := Contribution.objects.order_by("-pk")[n:].first()) is not None:
            self.tried(lambda: swadaya.take_back(contribution=gift, reason="Salah", on=TODAY, by="uji"))

    def tried(self, act):
        before = self.counted()
        try:
            with transaction.atomic():
                act()
        except Problem:
            assert self.counted() == before

    def counted(self):
        return [model.objects.count() for model in (Workday, Payment, Contribution, WageMove)]

    @invariant()
    def every_day_is_paid_or_given_back_or_waits(self):
        gone = (PaymentState.REFUSED, PaymentState.REVERSED)
        days = list(workdays.with_settled(Workday.objects.select_related("payment")))
        worth = {
            kind: sum(day.worth for day in workdays.as_rule(d for d in days if kind(d))) for kind in (paid, waived)
        }
        listed = PaymentItem.objects.exclude(payment__state__in=gone).aggregate(n=Sum("amount"), q=Sum("quantity"))
        assert (listed["n"] or 0) == worth[paid]
        assert (listed["q"] or 0) == sum(day.days for day in days if paid(day))
        kept = Contribution.objects.filter(kind=SwadayaKind.WAIVED).aggregate(n=Sum("value"), q=Sum("quantity"))
        assert (kept["n"] or 0) == worth[waived]
        assert (kept["q"] or 0) == sum(day.days for day in days if waived(day))
        assert sum(each.paid + each.waived for each in self.rows()) == sum(d.worth for d in workdays.as_rule(days))

    def rows(self):
        return [row for each in workdays.wage_lists(self.ground.activity, date(2099, 1, 1)) for row in each.rows]

    @invariant()
    def never_more_moves_than_was_given_back(self):
        left = given.waived(self.ground.activity).get(self.ground.line.pk, 0)
        moved = WageMove.objects.aggregate(n=Sum("amount"))["n"] or 0
        assert moved <= left
        self.ground.line.refresh_from_db()
        assert self.ground.line.approved == 50 * RATE - moved

    @invariant()
    def the_sum_of_the_cluster_is_the_sum_of_the_gifts(self):
        held = ClusterSum.objects.filter(book=self.ground.money.book).aggregate(n=Sum("swadaya"))["n"] or 0
        assert held == (Contribution.objects.aggregate(n=Sum("value"))["n"] or 0)
        self.ground.money.book.refresh_from_db()
        cash = Contribution.objects.filter(kind=SwadayaKind.CASH).aggregate(n=Sum("value"))["n"] or 0
        assert self.ground.money.book.swadaya_cash == cash


def paid(day):
    return day.is_settled and not day.is_waived


def waived(day):
    return day.is_settled and day.is_waived


def test_no_half_day_and_no_rupiah_is_lost_or_doubled(places, monkeypatch):
    adopt(places.melati, monkeypatch, may_move=True)
    monkeypatch.setattr(Working, "ground", make_ground(places.melati), raising=False)
    modest = {"max_examples": 8, "stateful_step_count": 14, "deadline": None, "database": None}
    checks = list(HealthCheck)
    run_state_machine_as_test(Working, settings=settings(**modest, suppress_health_check=checks))
    assert not Workday.objects.exists()
