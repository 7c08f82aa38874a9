"""The money of one RT in one year: what was granted, where it stands, and every entry that moved it."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from rukun.grants.types import MOST, Account, Flow, Kind, Tax
from rukun.walls.types import Guard, PathField, SameArea, Wall, WholeEntries, Written

SUMS = [
    "ceiling", "opened", "available", "granted", "released", "committed", "spent", "accounted", "cash", "bank",
    "receivable", "panjar", "talangan", "tax", "swadaya_cash", "carried_in", "returned", "carried_out",
]  # fmt: skip

OWN = F("swadaya_cash") + F("interest") + F("carried_in") - F("returned") - F("carried_out")
"""What a book may spend beside the grant."""


class Book(models.Model):
    """Where one RT's money of one year stands, in whole rupiah: the one row every movement locks.

    `opened`: tranches that may be asked for; `granted`: those that were approved; `released`: those that came.
    `available`: what may be spent by now: where the juknis advances money what was released, where it reimburses what
    was opened; with what was carried over and given in cash. `committed`: approved payments not yet paid. `interest`
    may fall below zero, the rest never does. The sums balance like the entries they come from: the database sees to it.
    """

    rt = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    year = models.PositiveSmallIntegerField()
    flow = models.CharField(max_length=14, choices=Flow.choices, default=Flow.ADVANCE)
    ceiling = models.BigIntegerField(default=0)
    opened = models.BigIntegerField(default=0)
    available = models.BigIntegerField(default=0)
    granted = models.BigIntegerField(default=0)
    released = models.BigIntegerField(default=0)
    committed = models.BigIntegerField(default=0)
    spent = models.BigIntegerField(default=0)
    accounted = models.BigIntegerField(default=0)
    cash = models.BigIntegerField(default=0)
    bank = models.BigIntegerField(default=0)
    receivable = models.BigIntegerField(default=0)
    panjar = models.BigIntegerField(default=0)
    talangan = models.BigIntegerField(default=0)
    tax = models.BigIntegerField(default=0)
    swadaya_cash = models.BigIntegerField(default=0)
    interest = models.BigIntegerField(default=0)
    carried_in = models.BigIntegerField(default=0)
    returned = models.BigIntegerField(default=0)
    carried_out = models.BigIntegerField(default=0)
    last_number = models.PositiveIntegerField(default=0)
    closed_until = models.DateField(null=True)

    privacy = dict.fromkeys([*SUMS, "rt", "year", "flow", "interest", "closed_until"], "public") | dict.fromkeys(
        ["path", "last_number"], "internal"
    )

    class Meta:
        indexes = [models.Index(fields=["year", "path"], name="grants_book_place")]
        constraints = [
            Wall(name="grants_book_wall", verbs=("select", "insert", "update")),
            SameArea(name="grants_book_rt", field="rt", to="territory.Area"),
            models.UniqueConstraint(fields=["id", "path"], name="grants_book_key"),
            models.UniqueConstraint(fields=["rt", "year"], name="grants_book_once"),
            models.CheckConstraint(name="grants_book_sums", condition=Q(**{f"{name}__gte": 0 for name in SUMS})),
            models.CheckConstraint(
                name="grants_book_ceiling", condition=Q(granted__lte=F("opened"), opened__lte=F("ceiling"))
            ),
            models.CheckConstraint(name="grants_book_limit", condition=Q(available__gte=F("committed") + F("spent"))),
            models.CheckConstraint(
                name="grants_book_balance",
                condition=Q(
                    cash=F("talangan")
                    + F("tax")
                    + F("granted")
                    + F("swadaya_cash")
                    + F("interest")
                    + F("carried_in")
                    - F("bank")
                    - F("receivable")
                    - F("panjar")
                    - F("spent")
                    - F("returned")
                    - F("carried_out")
                ),
            ),
            models.CheckConstraint(name="grants_book_released", condition=Q(released=F("granted") - F("receivable"))),
            models.CheckConstraint(
                name="grants_book_available",
                condition=Q(flow=Flow.ADVANCE, available=F("released") + OWN)
                | Q(flow=Flow.REIMBURSEMENT, available=F("opened") + OWN),
            ),
        ]

    def __str__(self) -> str:
        return f"buku {self.rt_id} {self.year}"


class ClusterSum(models.Model):
    """How much of a year's money each cluster of the juknis planned, may spend, spent and accounted for."""

    book = models.ForeignKey(Book, models.PROTECT, db_constraint=False, related_name="clusters")
    path = PathField()
    year = models.PositiveSmallIntegerField()
    cluster = models.CharField(max_length=60)
    planned = models.BigIntegerField(default=0)
    approved = models.BigIntegerField(default=0)
    spent = models.BigIntegerField(default=0)
    accounted = models.BigIntegerField(default=0)
    swadaya = models.BigIntegerField(default=0)

    privacy = dict.fromkeys(
        ["year", "cluster", "planned", "approved", "spent", "accounted", "swadaya"], "public"
    ) | dict.fromkeys(["book", "path"], "internal")

    class Meta:
        indexes = [models.Index(fields=["year", "path"], name="grants_cluster_place")]
        constraints = [
            Wall(name="grants_cluster_wall", verbs=("select", "insert", "update")),
            SameArea(name="grants_cluster_book", field="book", to="grants.Book"),
            models.UniqueConstraint(fields=["book", "cluster"], name="grants_cluster_once"),
            models.CheckConstraint(
                name="grants_cluster_sums",
                condition=Q(planned__gte=0, approved__gte=0, spent__gte=0, accounted__gte=0, swadaya__gte=0),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cluster} {self.book_id}"


class Advance(models.Model):
    """One officer's money in a book: `held` of the RT's in their hands (panjar), `owed` to them (talangan)."""

    book = models.ForeignKey(Book, models.PROTECT, db_constraint=False, related_name="advances")
    path = PathField()
    officer = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    held = models.BigIntegerField(default=0)
    owed = models.BigIntegerField(default=0)

    privacy = {"officer": "personal", "held": "internal", "owed": "internal", "book": "internal", "path": "internal"}

    class Meta:
        constraints = [
            Wall(name="grants_advance_wall", verbs=("select", "insert", "update")),
            SameArea(name="grants_advance_book", field="book", to="grants.Book"),
            models.UniqueConstraint(fields=["book", "officer"], name="grants_advance_once"),
            models.CheckConstraint(name="grants_advance_sums", condition=Q(held__gte=0, owed__gte=0)),
        ]

    def __str__(self) -> str:
        return f"panjar dan talangan {self.officer_id}"


class Journal(models.Model):
    """One entry, never changed: a mistake is answered by its reversal. `op` is made by who asks, before asking: the
    same `op` with the same `digest` is the same entry; with another it is refused. `total`: the sum of its debits."""

    book = models.ForeignKey(Book, models.PROTECT, db_constraint=False, related_name="journals")
    path = PathField()
    number = models.PositiveIntegerField()
    on = models.DateField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    op = models.UUIDField(default=uuid.uuid4)
    digest = models.CharField(max_length=64)
    total = models.BigIntegerField()
    words = models.CharField(max_length=240, blank=True)
    reverses = models.OneToOneField("self", models.PROTECT, null=True, db_constraint=False, related_name="reversal")
    by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = dict.fromkeys(["number", "on", "kind", "total", "words", "reverses"], "public") | (
        dict.fromkeys(["book", "path", "op", "digest", "recorded_at"], "internal") | {"by": "personal"}
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            Wall(name="grants_journal_wall", verbs=("select", "insert")),
            SameArea(name="grants_journal_book", field="book", to="grants.Book"),
            SameArea(name="grants_journal_reverses", field="reverses", to="grants.Journal"),
            models.UniqueConstraint(fields=["id", "path"], name="grants_journal_key"),
            models.UniqueConstraint(fields=["op"], name="grants_journal_op"),
            models.UniqueConstraint(fields=["book", "number"], name="grants_journal_number"),
            models.CheckConstraint(name="grants_journal_total", condition=Q(total__gt=0, total__lte=MOST)),
            models.CheckConstraint(
                name="grants_journal_reversal",
                condition=Q(kind=Kind.REVERSAL, reverses__isnull=False) | ~Q(kind=Kind.REVERSAL) & Q(reverses=None),
            ),
            Written(name="grants_journal_written"),
            Guard(
                name="grants_journal_closed",
                verbs=("insert",),
                refuses='exists (select from grants_book b where b.id = new.book_id and new."on" <= b.closed_until)',
            ),
        ]

    def __str__(self) -> str:
        return f"jurnal {self.number}"


class Leg(models.Model):
    """One side of an entry: above zero a debit, below a credit. Legs of an entry are written in one statement and
    add up to zero, or the database refuses them. `line` tells which line of a RAB was spent, `officer` whose panjar
    or talangan it is, `tax` which tax was withheld or deposited."""

    journal = models.ForeignKey(Journal, models.PROTECT, db_constraint=False, related_name="legs")
    path = PathField()
    account = models.CharField(max_length=12, choices=Account.choices)
    amount = models.BigIntegerField()
    line = models.ForeignKey("grants.Line", models.PROTECT, null=True, db_constraint=False, related_name="legs")
    officer = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    tax = models.CharField(max_length=8, choices=Tax.choices, blank=True)

    privacy = dict.fromkeys(["account", "amount", "line", "tax"], "public") | {
        "journal": "internal", "path": "internal", "officer": "personal",
    }  # fmt: skip

    class Meta:
        constraints = [
            Wall(name="grants_leg_wall", verbs=("select", "insert")),
            SameArea(name="grants_leg_journal", field="journal", to="grants.Journal"),
            SameArea(name="grants_leg_line", field="line", to="grants.Line"),
            models.CheckConstraint(
                name="grants_leg_amount", condition=Q(amount__gte=-MOST, amount__lte=MOST) & ~Q(amount=0)
            ),
            models.CheckConstraint(
                name="grants_leg_line_is_spending",
                condition=Q(account=Account.SPENDING, line__isnull=False) | ~Q(account=Account.SPENDING) & Q(line=None),
            ),
            models.CheckConstraint(
                name="grants_leg_officer",
                condition=Q(account__in=[Account.PANJAR, Account.TALANGAN], officer__isnull=False)
                | ~Q(account__in=[Account.PANJAR, Account.TALANGAN]) & Q(officer=None),
            ),
            models.CheckConstraint(
                name="grants_leg_tax",
                condition=Q(account=Account.TAX) & ~Q(tax="") | ~Q(account=Account.TAX) & Q(tax=""),
            ),
            WholeEntries(name="grants_leg_whole", entry="journal_id", amount="amount"),
            Written(name="grants_leg_written"),
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.amount}"


class Closing(models.Model):
    """A period that was closed: nothing of `until` or before is posted any more. `last_number`: the last entry then."""

    book = models.ForeignKey(Book, models.PROTECT, db_constraint=False, related_name="closings")
    path = PathField()
    until = models.DateField()
    last_number = models.PositiveIntegerField(default=0)
    on = models.DateField()
    by = models.CharField(max_length=150)

    privacy = {"until": "public", "last_number": "public", "on": "public", "by": "personal"} | dict.fromkeys(
        ["book", "path"], "internal"
    )

    class Meta:
        ordering = ["until"]
        constraints = [
            Wall(name="grants_closing_wall", verbs=("select", "insert")),
            SameArea(name="grants_closing_book", field="book", to="grants.Book"),
            models.UniqueConstraint(fields=["book", "until"], name="grants_closing_once"),
            Written(name="grants_closing_written"),
        ]

    def __str__(self) -> str:
        return f"tutup buku {self.until}"


class Reconciliation(models.Model):
    """What the bank says beside what the book says on a day; a difference has its words."""

    book = models.ForeignKey(Book, models.PROTECT, db_constraint=False, related_name="reconciliations")
    path = PathField()
    on = models.DateField()
    stated = models.BigIntegerField()
    booked = models.BigIntegerField()
    words = models.CharField(max_length=240, blank=True)
    by = models.CharField(max_length=150)

    privacy = dict.fromkeys(["on", "stated", "booked", "words"], "internal") | {
        "by": "personal", "book": "internal", "path": "internal",
    }  # fmt: skip

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            Wall(name="grants_reconciliation_wall", verbs=("select", "insert")),
            SameArea(name="grants_reconciliation_book", field="book", to="grants.Book"),
            models.CheckConstraint(name="grants_reconciliation_words", condition=Q(stated=F("booked")) | ~Q(words="")),
            models.CheckConstraint(name="grants_reconciliation_stated", condition=Q(stated__gte=0)),
        ]

    def __str__(self) -> str:
        return f"rekening koran {self.on}"


class TaxDeposit(models.Model):
    """Tax that was withheld and has been paid to the state, with the number of its proof (NTPN)."""

    book = models.ForeignKey(Book, models.PROTECT, db_constraint=False, related_name="tax_deposits")
    path = PathField()
    tax = models.CharField(max_length=8, choices=Tax.choices)
    amount = models.BigIntegerField()
    on = models.DateField()
    proof = models.CharField(max_length=60, blank=True)
    journal = models.OneToOneField(Journal, models.PROTECT, db_constraint=False, related_name="tax_deposit")

    privacy = dict.fromkeys(["tax", "amount", "on", "proof"], "public") | dict.fromkeys(
        ["book", "path", "journal"], "internal"
    )

    class Meta:
        constraints = [
            Wall(name="grants_taxdeposit_wall", verbs=("select", "insert")),
            SameArea(name="grants_taxdeposit_book", field="book", to="grants.Book"),
            SameArea(name="grants_taxdeposit_journal", field="journal", to="grants.Journal"),
            models.UniqueConstraint(fields=["id", "path"], name="grants_taxdeposit_key"),
            models.CheckConstraint(name="grants_taxdeposit_amount", condition=Q(amount__gt=0)),
        ]

    def __str__(self) -> str:
        return f"setor {self.tax} {self.on}"
