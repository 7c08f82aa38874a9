"""A line of the plan on its way to being done: its RAB in revisions, the lines money is spent by, who carries it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Func, Q

from rukun.grants.types import MOST, ActivityState, BudgetState, Funding, LineKind, Team
from rukun.walls.types import PathField, SameArea, Wall, Written


class Activity(models.Model):
    """One planned proposal being carried out; `number` counts within its book."""

    book = models.ForeignKey("grants.Book", models.PROTECT, db_constraint=False, related_name="activities")
    rt = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    plan = models.OneToOneField("musrenbang.Plan", models.PROTECT, db_constraint=False, related_name="activity")
    title = models.CharField(max_length=120)
    cluster = models.CharField(max_length=60, blank=True)
    menu = models.CharField(max_length=60, blank=True)
    place_words = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=ActivityState.choices, default=ActivityState.DRAWN)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)

    privacy = dict.fromkeys(
        ["rt", "year", "number", "title", "cluster", "menu", "place_words", "state", "starts_on", "ends_on"], "public"
    ) | dict.fromkeys(["book", "path", "plan"], "internal")

    class Meta:
        ordering = ["number"]
        indexes = [models.Index(fields=["path", "year"], name="grants_activity_place")]
        constraints = [
            Wall(name="grants_activity_wall", verbs=("select", "insert", "update")),
            SameArea(name="grants_activity_book", field="book", to="grants.Book"),
            SameArea(name="grants_activity_rt", field="rt", to="territory.Area"),
            SameArea(name="grants_activity_plan", field="plan", to="musrenbang.Plan"),
            models.UniqueConstraint(fields=["id", "path"], name="grants_activity_key"),
            models.UniqueConstraint(fields=["book", "number"], name="grants_activity_number"),
            models.CheckConstraint(
                name="grants_activity_days",
                condition=Q(starts_on__isnull=True) | Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Line(models.Model):
    """One line of an activity's RAB paid by the grant, the same through all revisions, and its money in whole rupiah.

    The row every payment of it locks: what is committed and spent never passes what was approved.
    """

    activity = models.ForeignKey(Activity, models.PROTECT, db_constraint=False, related_name="lines")
    path = PathField()
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=LineKind.choices)
    words = models.CharField(max_length=160)
    unit = models.CharField(max_length=20)
    approved = models.BigIntegerField(default=0)
    committed = models.BigIntegerField(default=0)
    spent = models.BigIntegerField(default=0)

    privacy = dict.fromkeys(["number", "kind", "words", "unit", "approved", "committed", "spent"], "public") | (
        dict.fromkeys(["activity", "path"], "internal")
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            Wall(name="grants_line_wall", verbs=("select", "insert", "update")),
            SameArea(name="grants_line_activity", field="activity", to="grants.Activity"),
            models.UniqueConstraint(fields=["id", "path"], name="grants_line_key"),
            models.UniqueConstraint(fields=["activity", "number"], name="grants_line_number"),
            models.CheckConstraint(
                name="grants_line_limit",
                condition=Q(committed__gte=0, spent__gte=0, approved__gte=F("committed") + F("spent")),
            ),
        ]

    def __str__(self) -> str:
        return self.words


class Budget(models.Model):
    """One revision of a RAB. One at most is in force; what was in force before stays to be read beside it."""

    activity = models.ForeignKey(Activity, models.PROTECT, db_constraint=False, related_name="budgets")
    path = PathField()
    revision = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=BudgetState.choices, default=BudgetState.DRAFT)
    reason = models.CharField(max_length=400, blank=True)
    drawn_on = models.DateField()
    drawn_by = models.CharField(max_length=150)
    approved_on = models.DateField(null=True)
    approved_by = models.CharField(max_length=150, blank=True)

    privacy = dict.fromkeys(["revision", "state", "reason", "drawn_on", "approved_on"], "public") | {
        "activity": "internal", "path": "internal", "drawn_by": "personal", "approved_by": "personal",
    }  # fmt: skip

    class Meta:
        ordering = ["revision"]
        constraints = [
            Wall(name="grants_budget_wall", verbs=("select", "insert", "update")),
            SameArea(name="grants_budget_activity", field="activity", to="grants.Activity"),
            models.UniqueConstraint(fields=["id", "path"], name="grants_budget_key"),
            models.UniqueConstraint(fields=["activity", "revision"], name="grants_budget_revision"),
            models.UniqueConstraint(
                fields=["activity"], condition=Q(state=BudgetState.APPROVED), name="grants_budget_one_in_force"
            ),
            models.CheckConstraint(
                name="grants_budget_reason", condition=Q(revision=1) | ~Q(reason="") | Q(state=BudgetState.DRAFT)
            ),
        ]

    def __str__(self) -> str:
        return f"RAB {self.activity_id} perubahan {self.revision}"


class BudgetItem(models.Model):
    """One line of one revision: volume × unit price, rounded to whole rupiah, half upwards. `number` ties it to its
    `Line` through all revisions. `standard`: what the price list said that day; `takeoff`: how it was measured."""

    budget = models.ForeignKey(Budget, models.PROTECT, db_constraint=False, related_name="items")
    path = PathField()
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=LineKind.choices)
    funding = models.CharField(max_length=10, choices=Funding.choices, default=Funding.GRANT)
    words = models.CharField(max_length=160)
    code = models.CharField(max_length=60, blank=True)
    unit = models.CharField(max_length=20)
    quantity = models.DecimalField(max_digits=14, decimal_places=4)
    unit_price = models.BigIntegerField()
    amount = models.BigIntegerField()
    standard = models.BigIntegerField(null=True)
    takeoff = models.CharField(max_length=240, blank=True)

    privacy = dict.fromkeys(
        [
            "number",
            "kind",
            "funding",
            "words",
            "code",
            "unit",
            "quantity",
            "unit_price",
            "amount",
            "standard",
            "takeoff",
        ],
        "public",
    ) | dict.fromkeys(["budget", "path"], "internal")

    class Meta:
        ordering = ["number"]
        constraints = [
            Wall(name="grants_item_wall"),
            SameArea(name="grants_item_budget", field="budget", to="grants.Budget"),
            models.UniqueConstraint(fields=["budget", "number"], name="grants_item_number"),
            models.CheckConstraint(
                name="grants_item_amount",
                condition=Q(quantity__gt=0, unit_price__gt=0, amount__gt=0, amount__lte=MOST)
                & Q(
                    amount=Func(
                        F("quantity") * F("unit_price"), function="ROUND", output_field=models.BigIntegerField()
                    )
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.words


class TeamMember(models.Model):
    """Who sits in one of the three teams of an RT's swakelola, from–until."""

    book = models.ForeignKey("grants.Book", models.PROTECT, db_constraint=False, related_name="team_members")
    path = PathField()
    team = models.CharField(max_length=12, choices=Team.choices)
    name = models.CharField(max_length=120)
    office = models.CharField(max_length=60, blank=True)
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, db_constraint=False, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)

    privacy = {"name": "personal", "person": "personal"} | dict.fromkeys(
        ["book", "path", "team", "office", "since", "until"], "internal"
    )

    class Meta:
        ordering = ["team", "id"]
        constraints = [
            Wall(name="grants_teammember_wall", verbs=("select", "insert", "update")),
            SameArea(name="grants_teammember_book", field="book", to="grants.Book"),
            SameArea(name="grants_teammember_person", field="person", to="people.Person"),
            models.CheckConstraint(
                name="grants_teammember_days", condition=Q(until__isnull=True) | Q(until__gte=F("since"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.team}: {self.name}"


class WageMove(models.Model):
    """Wages people gave back, moved by a revision to a line that carries the work further."""

    activity = models.ForeignKey(Activity, models.PROTECT, db_constraint=False, related_name="wage_moves")
    path = PathField()
    source = models.ForeignKey(Line, models.PROTECT, db_constraint=False, related_name="+")
    target = models.ForeignKey(Line, models.PROTECT, db_constraint=False, related_name="+")
    budget = models.ForeignKey(Budget, models.PROTECT, db_constraint=False, related_name="wage_moves")
    amount = models.BigIntegerField()
    on = models.DateField()
    by = models.CharField(max_length=150)

    privacy = {"amount": "public", "on": "public", "by": "personal"} | dict.fromkeys(
        ["activity", "path", "source", "target", "budget"], "internal"
    )

    class Meta:
        constraints = [
            Wall(name="grants_wagemove_wall", verbs=("select", "insert")),
            SameArea(name="grants_wagemove_activity", field="activity", to="grants.Activity"),
            SameArea(name="grants_wagemove_source", field="source", to="grants.Line"),
            SameArea(name="grants_wagemove_target", field="target", to="grants.Line"),
            SameArea(name="grants_wagemove_budget", field="budget", to="grants.Budget"),
            models.CheckConstraint(name="grants_wagemove_amount", condition=Q(amount__gt=0) & ~Q(source=F("target"))),
            Written(name="grants_wagemove_written"),
        ]

    def __str__(self) -> str:
        return f"upah dialihkan {self.amount}"
