"""Whom an RT pays, what for, and the tax it keeps back."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from rukun.grants.types import MOST, PaymentKind, PaymentState, Purse, Tax, VendorKind
from rukun.walls.types import PathField, SameArea, Wall


class Vendor(models.Model):
    """A shop or a person an RT buys from. The keys are keyed prints of name, phone, account and NPWP, so that the same
    vendor is known again in another RT without anyone reading its numbers."""

    rt = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=8, choices=VendorKind.choices)
    address = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    account = models.CharField(max_length=60, blank=True)
    npwp = models.CharField(max_length=30, blank=True)
    name_key = models.CharField(max_length=120)
    phone_key = models.CharField(max_length=64, blank=True)
    account_key = models.CharField(max_length=64, blank=True)
    npwp_key = models.CharField(max_length=64, blank=True)
    since = models.DateField()

    privacy = dict.fromkeys(["address", "phone", "account", "npwp"], "personal") | {
        "name": "public", "kind": "public", "since": "internal", "rt": "internal", "path": "internal",
        "name_key": "internal", "phone_key": "internal", "account_key": "internal", "npwp_key": "internal",
    }  # fmt: skip

    class Meta:
        ordering = ["name"]
        constraints = [
            Wall(name="grants_vendor_wall", verbs=("select", "insert", "update")),
            SameArea(name="grants_vendor_rt", field="rt", to="territory.Area"),
            models.UniqueConstraint(fields=["id", "path"], name="grants_vendor_key"),
        ]

    def __str__(self) -> str:
        return self.name


class Payment(models.Model):
    """One receipt or list of wages: typed once, approved by another, paid by a third.

    `number` and `on` are what the paper says; `amount` the whole of it with tax; `source` what it is paid from, with
    `officer` where that is somebody's panjar or talangan. `journal` is its entry once paid, `dossier` its SPJ.
    """

    activity = models.ForeignKey("grants.Activity", models.PROTECT, db_constraint=False, related_name="payments")
    book = models.ForeignKey("grants.Book", models.PROTECT, db_constraint=False, related_name="payments")
    path = PathField()
    kind = models.CharField(max_length=8, choices=PaymentKind.choices)
    state = models.CharField(max_length=10, choices=PaymentState.choices, default=PaymentState.PROPOSED)
    number = models.CharField(max_length=60, blank=True)
    on = models.DateField()
    vendor = models.ForeignKey(Vendor, models.PROTECT, null=True, db_constraint=False, related_name="payments")
    payee = models.CharField(max_length=120)
    words = models.CharField(max_length=240)
    amount = models.BigIntegerField()
    source = models.CharField(max_length=10, choices=Purse.choices)
    officer = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    op = models.UUIDField(default=uuid.uuid4)
    digest = models.CharField(max_length=64)
    proposed_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    proposed_on = models.DateField()
    approved_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    approved_on = models.DateField(null=True)
    paid_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    paid_on = models.DateField(null=True)
    reason = models.CharField(max_length=400, blank=True)
    journal = models.OneToOneField(
        "grants.Journal", models.PROTECT, null=True, db_constraint=False, related_name="payment"
    )
    dossier = models.ForeignKey(
        "grants.Dossier", models.PROTECT, null=True, db_constraint=False, related_name="payments"
    )
    accepted_on = models.DateField(null=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = dict.fromkeys(
        [
            "kind",
            "state",
            "number",
            "on",
            "words",
            "amount",
            "source",
            "proposed_on",
            "approved_on",
            "paid_on",
            "reason",
        ]
        + ["accepted_on"],
        "public",
    ) | (
        dict.fromkeys(["payee", "officer", "proposed_by", "approved_by", "paid_by"], "personal")
        | dict.fromkeys(
            ["activity", "book", "path", "vendor", "op", "digest", "journal", "dossier", "recorded_at"], "internal"
        )
    )

    class Meta:
        ordering = ["on", "id"]
        indexes = [models.Index(fields=["book", "state"], name="grants_payment_state")]
        constraints = [
            Wall(name="grants_payment_wall", verbs=("select", "insert", "update")),
            SameArea(name="grants_payment_activity", field="activity", to="grants.Activity"),
            SameArea(name="grants_payment_book", field="book", to="grants.Book"),
            SameArea(name="grants_payment_vendor", field="vendor", to="grants.Vendor"),
            SameArea(name="grants_payment_journal", field="journal", to="grants.Journal"),
            SameArea(name="grants_payment_dossier", field="dossier", to="grants.Dossier"),
            models.UniqueConstraint(fields=["id", "path"], name="grants_payment_key"),
            models.UniqueConstraint(fields=["op"], name="grants_payment_op"),
            models.CheckConstraint(name="grants_payment_amount", condition=Q(amount__gt=0, amount__lte=MOST)),
            models.CheckConstraint(
                name="grants_payment_three_people",
                condition=(Q(approved_by=None) | ~Q(approved_by=F("proposed_by")))
                & (Q(paid_by=None) | ~Q(paid_by=F("proposed_by")) & ~Q(paid_by=F("approved_by"))),
            ),
            models.CheckConstraint(
                name="grants_payment_steps",
                condition=Q(state=PaymentState.PROPOSED, approved_by=None, journal=None)
                | Q(state=PaymentState.APPROVED, approved_by__isnull=False, journal=None)
                | Q(state=PaymentState.REFUSED, journal=None)
                | Q(
                    state__in=[PaymentState.PAID, PaymentState.REVERSED],
                    approved_by__isnull=False, paid_by__isnull=False, journal__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="grants_payment_officer",
                condition=Q(source__in=[Purse.PANJAR, Purse.TALANGAN], officer__isnull=False)
                | ~Q(source__in=[Purse.PANJAR, Purse.TALANGAN]) & Q(officer=None),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.number or self.pk}: {self.words}"


class PaymentItem(models.Model):
    """One thing on a receipt: so much of it at such a price, spent from one line of the RAB."""

    payment = models.ForeignKey(Payment, models.PROTECT, db_constraint=False, related_name="items")
    path = PathField()
    line = models.ForeignKey("grants.Line", models.PROTECT, db_constraint=False, related_name="items")
    words = models.CharField(max_length=160)
    unit = models.CharField(max_length=20)
    quantity = models.DecimalField(max_digits=14, decimal_places=4)
    unit_price = models.BigIntegerField()
    amount = models.BigIntegerField()

    privacy = dict.fromkeys(["words", "unit", "quantity", "unit_price", "amount"], "public") | dict.fromkeys(
        ["payment", "path", "line"], "internal"
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            Wall(name="grants_paymentitem_wall", verbs=("select", "insert")),
            SameArea(name="grants_paymentitem_payment", field="payment", to="grants.Payment"),
            SameArea(name="grants_paymentitem_line", field="line", to="grants.Line"),
            models.CheckConstraint(
                name="grants_paymentitem_amount",
                condition=Q(quantity__gt=0, unit_price__gt=0, amount__gt=0, amount__lte=MOST),
            ),
        ]

    def __str__(self) -> str:
        return self.words


class Withholding(models.Model):
    """One tax kept back from a payment: `rate` in per cent as it was that day, on `base`, in whole rupiah."""

    payment = models.ForeignKey(Payment, models.PROTECT, db_constraint=False, related_name="withholdings")
    path = PathField()
    tax = models.CharField(max_length=8, choices=Tax.choices)
    rate = models.CharField(max_length=12)
    base = models.BigIntegerField()
    amount = models.BigIntegerField()
    deposit = models.ForeignKey(
        "grants.TaxDeposit", models.PROTECT, null=True, db_constraint=False, related_name="withholdings"
    )

    privacy = dict.fromkeys(["tax", "rate", "base", "amount"], "public") | dict.fromkeys(
        ["payment", "path", "deposit"], "internal"
    )

    class Meta:
        constraints = [
            Wall(name="grants_withholding_wall", verbs=("select", "insert", "update")),
            SameArea(name="grants_withholding_payment", field="payment", to="grants.Payment"),
            SameArea(name="grants_withholding_deposit", field="deposit", to="grants.TaxDeposit"),
            models.UniqueConstraint(fields=["payment", "tax"], name="grants_withholding_once"),
            models.CheckConstraint(name="grants_withholding_amount", condition=Q(amount__gt=0, base__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.tax} {self.amount}"
