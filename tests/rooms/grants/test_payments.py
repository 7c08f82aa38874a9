"""A receipt on its way through three hands."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import Error, transaction
from tests.rooms.conftest import Places, make_user
from tests.rooms.grants.money_ground import ON, Money, make_activity, make_money, shoot
from tests.rooms.grants.paying import approved, bring, item, paid, proposed, receipt, seen

from rukun.accounts.models import Role
from rukun.grants.actions import payments
from rukun.grants.actions.payments import Kept
from rukun.grants.models import Dossier, Payment, Picture, TaxDeposit, Tranche
from rukun.grants.queries import receipt_warnings, watching
from rukun.grants.types import Account, Purse, ShotRole, Tax
from rukun.kit.problems import Problem

pytestmark = pytest.mark.django_db


@pytest.fixture
def money(places: Places) -> Money:
    made = make_money(places.melati)
    bring(made)
    return made


def sums(money: Money) -> tuple[int, int, int, int]:
    money.book.refresh_from_db()
    money.cement.refresh_from_db()
    return money.book.committed, money.book.spent, money.cement.committed, money.cement.spent


def test_the_money_is_kept_when_approved_and_spent_when_paid(money):
    payment = proposed(money)
    assert sums(money) == (0, 0, 0, 0)
    payments.approve(payment=payment, on=ON, by=money.head)
    assert sums(money) == (650_000, 0, 650_000, 0)
    made = payments.pay(payment=payment, on=ON, by=money.treasurer)
    assert sums(money) == (0, 650_000, 0, 650_000)
    assert (made.state, made.journal.total, money.book.bank) == ("paid", 650_000, 59_350_000)


def test_tax_kept_back_is_owed_to_the_state(money):
    made = paid(money, withheld=[Kept(Tax.PPH22, "1.5", 585_586, 8_784), Kept(Tax.PPN, "11", 585_586, 64_414)])
    legs = dict(made.journal.legs.exclude(account=Account.TAX).values_list("account", "amount"))
    assert legs == {"spending": 650_000, "bank": -576_802}
    assert dict(made.journal.legs.filter(account="tax").values_list("tax", "amount")) == {"pph22": -8784, "ppn": -64414}


def test_the_same_operation_is_one_receipt_and_another_content_is_refused(money):
    op = uuid4()
    assert proposed(money, op=op) == proposed(money, op=op)
    with pytest.raises(Problem, match="grants.payment_op_clash"):
        proposed(money, item(money.cement, 11), op=op)
    assert Payment.objects.count() == 1


def test_approving_and_paying_twice_is_once(money):
    made = paid(money)
    assert payments.pay(payment=made, on=ON, by=money.treasurer) == made
    other = approved(money, number="N-02")
    assert payments.approve(payment=other, on=ON, by=money.head) == other
    assert sums(money) == (650_000, 650_000, 650_000, 650_000)


def test_who_proposed_does_not_approve_and_the_letter_names_who_may(money, places):
    make_user("kades", Role.DESA_HEAD, places.desa)
    payment = payments.propose(activity=money.activity, receipt=receipt(money), on=ON, by=money.head)
    with pytest.raises(Problem, match="grants.payment_own") as told:
        payments.approve(payment=payment, on=ON, by=money.head)
    assert told.value.details["who"] == ["Kepala desa / Lurah"]


def test_with_two_officers_the_letter_names_the_desa_that_may_pay(money, places):
    operator = make_user("operator", Role.DESA_OPERATOR, places.desa)
    payment = seen(payments.propose(activity=money.activity, receipt=receipt(money), on=ON, by=money.treasurer))
    payments.approve(payment=payment, on=ON, by=money.head)
    with pytest.raises(Problem, match="grants.payment_own") as told:
        payments.pay(payment=payment, on=ON, by=money.treasurer)
    assert told.value.details["who"] == ["Operator desa"]
    assert payments.pay(payment=payment, on=ON, by=operator).state == "paid"


def test_where_nobody_else_may_the_letter_says_so(money):
    payment = payments.propose(activity=money.activity, receipt=receipt(money), on=ON, by=money.head)
    with pytest.raises(Problem, match="grants.payment_nobody"):
        payments.approve(payment=payment, on=ON, by=money.head)


@pytest.mark.parametrize("who", ["secretary", "head"])
def test_the_database_itself_wants_three_people(money, who):
    payment = approved(money)
    with pytest.raises(Error), transaction.atomic():
        Payment.objects.filter(pk=payment.pk).update(paid_by=getattr(money, who))


def test_approval_stops_at_the_line_and_at_what_may_be_spent(money):
    approved(money, item(money.cement, 1, 9_999_999))
    with pytest.raises(Problem, match="grants.line_passed") as told, transaction.atomic():
        approved(money, item(money.cement, 1, 2), number="N-02")
    assert told.value.details["over"] == "Rp1"
    assert sums(money)[0] == 9_999_999


def test_a_book_without_money_approves_nothing(places):
    made = make_money(places.melati)
    with pytest.raises(Problem, match="grants.not_available"), transaction.atomic():
        approved(made)


@pytest.mark.parametrize("step", [proposed, approved])
def test_refused_before_it_is_paid_its_money_is_free_again(money, step):
    made = payments.refuse(payment=step(money), reason="Harga lain dari RAB", on=ON, by=money.head)
    assert (made.state, sums(money)) == ("refused", (0, 0, 0, 0))
    with pytest.raises(Problem, match="grants.payment_state"):
        payments.pay(payment=made, on=ON, by=money.treasurer)


@pytest.mark.parametrize("act", [payments.refuse, payments.take_back])
def test_no_step_back_without_a_reason(money, act):
    payment = approved(money) if act is payments.refuse else paid(money)
    with pytest.raises(Problem, match="grants.payment_reason"), transaction.atomic():
        act(payment=payment, reason="  ", on=ON, by=money.head)


def test_taken_back_the_book_stands_as_before_and_both_entries_stay(money):
    made = payments.take_back(payment=paid(money), reason="Barang dikembalikan", on=ON, by=money.head)
    assert (made.state, made.journal.reversal.words, sums(money)) == ("reversed", "Barang dikembalikan", (0, 0, 0, 0))
    assert money.book.bank == 60_000_000


def in_spj(money: Money, state: str) -> Dossier:
    here = {"book": money.book, "path": money.book.path, "year": 2026}
    tranche = Tranche.objects.create(**here, number=1, amount=60_000_000)
    return Dossier.objects.create(**here, kind="spj", number=1, state=state, level="desa", tranche=tranche)


@pytest.mark.parametrize(("state", "may"), [("submitted", False), ("accepted", False), ("returned", True)])
def test_what_lies_in_an_spj_on_a_desk_is_not_taken_back(money, state, may):
    payment = paid(money)
    Payment.objects.filter(pk=payment.pk).update(dossier=in_spj(money, state))
    if may:
        taken = payments.take_back(payment=payment, reason="Salah toko", on=ON, by=money.head)
        assert (taken.state, taken.dossier) == ("reversed", None)
    else:
        with pytest.raises(Problem, match="grants.payment_in_spj"):
            payments.take_back(payment=payment, reason="Salah toko", on=ON, by=money.head)


def test_what_was_deposited_with_the_state_is_not_taken_back(money):
    payment = paid(money, withheld=[Kept(Tax.PPH22, "1.5", 585_586, 8_784)])
    deposit = TaxDeposit.objects.create(
        book=money.book, path=money.book.path, tax="pph22", amount=8_784, on=ON, journal=payment.journal
    )
    payment.withholdings.update(deposit=deposit)
    with pytest.raises(Problem, match="grants.payment_tax_deposited"):
        payments.take_back(payment=payment, reason="Salah toko", on=ON, by=money.head)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"on": ON + timedelta(days=1)}, "payment_future"),
        ({"on": date(2099, 1, 1)}, "payment_future"),
        ({"on": date(1970, 1, 1)}, "payment_too_old"),
        ({"on": date(2024, 12, 31)}, "payment_too_old"),
        ({"payee": "  "}, "payment_payee"),
        ({"amount": 649_999}, "payment_total"),
        ({"source": Purse.PANJAR}, "payment_officer"),
        ({"withheld": [Kept(Tax.PPN, "11", 585_586, 650_000)]}, "payment_tax"),
        ({"withheld": [Kept(Tax.PPN, "11", 585_586, 1), Kept(Tax.PPN, "11", 585_586, 1)]}, "payment_tax"),
    ],
)
def test_a_wrong_receipt_gets_its_letter(money, told, code):
    with pytest.raises(Problem, match=f"grants.{code}"):
        proposed(money, **told)
    assert not Payment.objects.exists()


@pytest.mark.parametrize(
    ("quantity", "price"), [(0, 65_000), (-1, 65_000), (1, 0), (1, -5), (1, 10**15), (10**6, 10**8)]
)
def test_an_amount_that_is_none_gets_its_letter(money, quantity, price):
    with pytest.raises(Problem, match="grants.amount_out_of_range"):
        proposed(money, item(money.cement, quantity, price))


def test_a_line_of_another_activity_is_not_known_here(money):
    other = make_activity(money.book, "Lampu jalan rekaan")
    with pytest.raises(Problem, match="grants.line_unknown"):
        payments.propose(activity=other, receipt=receipt(money), on=ON, by=money.secretary)


@pytest.mark.parametrize("state", ["drawn", "closed"])
def test_nothing_is_bought_for_an_activity_that_is_not_open(money, state):
    money.activity.state = state
    with pytest.raises(Problem, match="grants.payment_not_open"):
        proposed(money)


def test_talangan_of_an_officer_is_owed_to_that_officer(money):
    made = paid(money, source=Purse.TALANGAN, officer=money.head)
    assert made.book.advances.get(officer=money.head).owed == 650_000


def test_a_stranger_lays_out_no_money(money):
    with pytest.raises(Problem, match="grants.payment_officer"):
        proposed(money, source=Purse.TALANGAN, officer=make_user("orang-asing"))


@pytest.mark.parametrize("day", [ON - timedelta(days=1), ON + timedelta(days=3)])
def test_money_leaves_after_approval_and_not_tomorrow(money, day):
    with pytest.raises(Problem, match="grants.payment_paid_on"):
        payments.pay(payment=approved(money), on=ON, by=money.treasurer, paid_on=day)


def test_half_a_rupiah_goes_up(money):
    assert item(money.cement, "0.5", 65_001).amount == 32_501


@pytest.mark.parametrize(
    ("more", "role"),
    [
        ({}, "receipt"),
        ({"kind": "wage", "source": "talangan"}, "attendance"),
        ({"kind": "fee", "source": "talangan"}, "receipt"),
    ],
)
def test_nobody_approves_what_has_no_picture_of_its_paper(money, more, role):
    told = {"officer": money.treasurer} if more else {}
    payment = proposed(money, is_seen=False, **more, **told)
    with pytest.raises(Problem, match="grants.payment_unseen"):
        payments.approve(payment=payment, on=ON, by=money.head)
    shoot(payment, ShotRole(role))
    assert payments.approve(payment=payment, on=ON, by=money.head).state == "approved"


@pytest.mark.parametrize("kind", ["wage", "fee"])
def test_what_is_signed_when_it_is_paid_is_approved_before(money, kind):
    payment = proposed(money, is_seen=False, kind=kind)
    assert payments.approve(payment=payment, on=ON, by=money.head).state == "approved"


@pytest.mark.parametrize(("bits", "is_told"), [(0, True), (1, False)])
def test_pictures_are_alike_as_far_as_the_threshold_of_their_day_says(money, bits, is_told):
    seen(proposed(money))
    picture = Picture.objects.get()
    limit = int(watching.thresholds(ON)["look_bits"]) + bits
    picture.look = f"{int(picture.look, 16) ^ ((1 << limit) - 1):016x}"
    codes = [each.code for each in receipt_warnings.warnings(receipt_warnings.Draft(money.book, picture=picture))]
    assert ("grants.picture_twice" in codes) is is_told
