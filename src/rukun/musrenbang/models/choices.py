"""A choice under a ceiling: what stood on the sheet, the sheets typed twice, the sealed ballots, the result, the plan.

Who voted what is nowhere: a sealed ballot has no time, no order and no voter, and is written shuffled at the close.
"""

import uuid

from django.db import models
from django.db.models import Q

from rukun.musrenbang.models.meetings import Meeting
from rukun.musrenbang.models.proposals import Proposal
from rukun.musrenbang.types import Stage, Way
from rukun.walls.types import Guard, PathField, SameArea, Wall

FIXED = "way ceiling voters rules seal opened_on meeting_id".split()
ON_THE_SHEET = "choice_id proposal_id mark title cost cluster".split()
STAGE = "(select stage from musrenbang_choice where id = {row}.choice_id)"


def _changed(columns: list[str]) -> str:
    old, new = (", ".join(f"{row}.{column}" for column in columns) for row in ("old", "new"))
    return f"(({old}) is distinct from ({new}))"


def _only_while(stage: str, name: str) -> Guard:
    """Rows of this table come only while their choice is at this stage."""
    return Guard(name=name, verbs=("insert",), refuses=f"{STAGE.format(row='new')} <> '{stage}'")


class Choice(models.Model):
    """One count of one meeting. `rules` holds everything that decides how it is counted (rule, utility, completion,
    tie order, shares, unit, points); `seal` is its digest from the moment it is open, and nothing in it changes then.

    `voters`: how many ballots may be handed in at most. `ceiling`: whole rupiah.
    """

    meeting = models.ForeignKey(Meeting, models.PROTECT, db_constraint=False, related_name="choices")
    path = PathField()
    way = models.CharField(max_length=12, choices=Way.choices)
    ceiling = models.BigIntegerField()
    voters = models.PositiveIntegerField()
    rules = models.JSONField(default=dict)
    seal = models.CharField(max_length=64, blank=True)
    stage = models.CharField(max_length=12, choices=Stage.choices, default=Stage.DRAWN)
    opened_on = models.DateField(null=True)
    counted_on = models.DateField(null=True)
    annulled_because = models.CharField(max_length=1000, blank=True)

    privacy = dict.fromkeys(
        ["way", "ceiling", "voters", "rules", "seal", "stage", "opened_on", "counted_on", "annulled_because"], "public"
    ) | dict.fromkeys(["meeting", "path"], "internal")

    class Meta:
        constraints = [
            Wall(name="musrenbang_choice_wall", verbs=("select", "insert", "update")),
            SameArea(name="musrenbang_choice_meeting", field="meeting", to="musrenbang.Meeting"),
            models.UniqueConstraint(fields=["id", "path"], name="musrenbang_choice_key"),
            models.UniqueConstraint(
                fields=["meeting"], condition=~Q(stage=Stage.ANNULLED), name="musrenbang_choice_one"
            ),
            models.CheckConstraint(name="musrenbang_choice_ceiling", condition=Q(ceiling__gte=0)),
            models.CheckConstraint(
                name="musrenbang_choice_sealed", condition=Q(stage__in=[Stage.DRAWN, Stage.ANNULLED]) | ~Q(seal="")
            ),
            models.CheckConstraint(
                name="musrenbang_choice_annulled", condition=~Q(stage=Stage.ANNULLED) | ~Q(annulled_because="")
            ),
            Guard(
                name="musrenbang_choice_frozen",
                verbs=("update",),
                refuses=f"old.stage <> 'drawn' and {_changed(FIXED)}"
                " or (old.stage, new.stage) in (('open', 'drawn'), ('drawn', 'counted'))"
                " or old.stage in ('counted', 'annulled') and new.stage <> old.stage",
            ),
        ]

    def __str__(self) -> str:
        return f"pemilihan {self.meeting_id}"


class Option(models.Model):
    """A proposal as it stood on the sheet: its letter, its title and its cost on that day."""

    choice = models.ForeignKey(Choice, models.CASCADE, db_constraint=False, related_name="options")
    path = PathField()
    proposal = models.ForeignKey(Proposal, models.PROTECT, db_constraint=False, related_name="+")
    mark = models.CharField(max_length=4)
    title = models.CharField(max_length=120)
    cost = models.BigIntegerField()
    cluster = models.CharField(max_length=60, blank=True)

    privacy = dict.fromkeys(["mark", "title", "cost", "cluster"], "public") | dict.fromkeys(
        ["choice", "path", "proposal"], "internal"
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            Wall(name="musrenbang_option_wall"),
            SameArea(name="musrenbang_option_choice", field="choice", to="musrenbang.Choice"),
            SameArea(name="musrenbang_option_proposal", field="proposal", to="musrenbang.Proposal"),
            models.UniqueConstraint(fields=["choice", "mark"], name="musrenbang_option_mark"),
            models.UniqueConstraint(fields=["choice", "proposal"], name="musrenbang_option_once"),
            models.CheckConstraint(name="musrenbang_option_cost", condition=Q(cost__gt=0)),
            _only_while("drawn", "musrenbang_option_drawn"),
            Guard(
                name="musrenbang_option_frozen",
                verbs=("update",),
                refuses=f"{STAGE.format(row='old')} <> 'drawn' and {_changed(ON_THE_SHEET)}",
            ),
            Guard(name="musrenbang_option_kept", verbs=("delete",), refuses=f"{STAGE.format(row='old')} <> 'drawn'"),
        ]

    def __str__(self) -> str:
        return f"{self.mark} {self.title}"


class Sheet(models.Model):
    """One numbered paper sheet. The number is printed on it and drawn by lot; nobody writes down who took which."""

    choice = models.ForeignKey(Choice, models.CASCADE, db_constraint=False, related_name="sheets")
    path = PathField()
    number = models.CharField(max_length=8)

    privacy = dict.fromkeys(["choice", "path", "number"], "internal")

    class Meta:
        constraints = [
            Wall(name="musrenbang_sheet_wall"),
            SameArea(name="musrenbang_sheet_choice", field="choice", to="musrenbang.Choice"),
            models.UniqueConstraint(fields=["id", "path"], name="musrenbang_sheet_key"),
            models.UniqueConstraint(fields=["choice", "number"], name="musrenbang_sheet_number"),
            _only_while("open", "musrenbang_sheet_open"),
        ]

    def __str__(self) -> str:
        return self.number


class Entry(models.Model):
    """How one of two people read a paper sheet. `marks`: {option mark: points, rank or scores}; {} is a blank sheet;
    `is_spoilt`: it cannot be read; `is_settled`: what a third look at the paper found where the two differ. They go
    when the choice is counted: only sealed ballots remain."""

    sheet = models.ForeignKey(Sheet, models.CASCADE, db_constraint=False, related_name="entries")
    path = PathField()
    typist = models.CharField(max_length=150)
    marks = models.JSONField(default=dict)
    is_spoilt = models.BooleanField(default=False)
    is_settled = models.BooleanField(default=False)

    privacy = {"marks": "secret", "typist": "personal"} | dict.fromkeys(
        ["sheet", "path", "is_spoilt", "is_settled"], "internal"
    )

    class Meta:
        constraints = [
            Wall(name="musrenbang_entry_wall"),
            SameArea(name="musrenbang_entry_sheet", field="sheet", to="musrenbang.Sheet"),
            models.UniqueConstraint(
                fields=["sheet", "typist"], condition=Q(is_settled=False), name="musrenbang_entry_once"
            ),
            models.UniqueConstraint(fields=["sheet"], condition=Q(is_settled=True), name="musrenbang_entry_settled"),
        ]

    def __str__(self) -> str:
        return f"lembar {self.sheet_id}"


class Code(models.Model):
    """A one-time code on a slip, kept only as a keyed digest. Until the close it holds the last ballot cast with it;
    then only whether a ballot of it was counted."""

    choice = models.ForeignKey(Choice, models.CASCADE, db_constraint=False, related_name="codes")
    path = PathField()
    digest = models.CharField(max_length=64)
    marks = models.JSONField(null=True)
    is_counted = models.BooleanField(default=False)

    privacy = {"digest": "secret", "marks": "secret"} | dict.fromkeys(["choice", "path", "is_counted"], "internal")

    class Meta:
        constraints = [
            Wall(name="musrenbang_code_wall"),
            SameArea(name="musrenbang_code_choice", field="choice", to="musrenbang.Choice"),
            models.UniqueConstraint(fields=["choice", "digest"], name="musrenbang_code_digest"),
            models.CheckConstraint(
                name="musrenbang_code_either", condition=Q(is_counted=False) | Q(marks__isnull=True)
            ),
            _only_while("open", "musrenbang_code_open"),
        ]

    def __str__(self) -> str:
        return "kode pilih"


class Sealed(models.Model):
    """One counted ballot, written at the close in an order drawn by lot. `marks`: {option mark: value}."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    choice = models.ForeignKey(Choice, models.PROTECT, db_constraint=False, related_name="ballots")
    path = PathField()
    marks = models.JSONField(default=dict)

    privacy = dict.fromkeys(["choice", "path", "marks"], "internal")

    class Meta:
        constraints = [
            Wall(name="musrenbang_sealed_wall", verbs=("select", "insert")),
            SameArea(name="musrenbang_sealed_choice", field="choice", to="musrenbang.Choice"),
            _only_while("open", "musrenbang_sealed_open"),
        ]

    def __str__(self) -> str:
        return f"surat suara {self.choice_id}"


class Result(models.Model):
    """What the count gave: the outcome as `rules.allocation` tells it, with reasons, ties and certificate, what would
    have made each loser win (`changes`) and the shares that could not be kept (`lowered`). It holds counts that may
    have to stay hidden; pages ask `queries.results`. `digest` binds it to the sealed ballots and the frozen rules."""

    choice = models.OneToOneField(Choice, models.PROTECT, db_constraint=False, related_name="result")
    path = PathField()
    outcome = models.JSONField()
    digest = models.CharField(max_length=64)
    sheets = models.PositiveIntegerField()
    spoilt = models.PositiveIntegerField(default=0)
    on = models.DateField()

    privacy = dict.fromkeys(["digest", "sheets", "spoilt", "on"], "public") | dict.fromkeys(
        ["choice", "path", "outcome"], "internal"
    )

    class Meta:
        constraints = [
            Wall(name="musrenbang_result_wall", verbs=("select", "insert")),
            SameArea(name="musrenbang_result_choice", field="choice", to="musrenbang.Choice"),
        ]

    def __str__(self) -> str:
        return f"hasil {self.choice_id}"


class Plan(models.Model):
    """One line of an RT's plan for a year: which proposal, for how much, decided at which level."""

    rt = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    year = models.PositiveSmallIntegerField()
    place = models.PositiveSmallIntegerField()
    proposal = models.OneToOneField(Proposal, models.PROTECT, db_constraint=False, related_name="line")
    amount = models.BigIntegerField()
    cluster = models.CharField(max_length=60, blank=True)
    on = models.DateField()

    privacy = dict.fromkeys(["rt", "year", "place", "amount", "cluster", "on"], "public") | dict.fromkeys(
        ["path", "proposal"], "internal"
    )

    class Meta:
        ordering = ["year", "place"]
        constraints = [
            Wall(name="musrenbang_plan_wall", verbs=("select", "insert", "update")),
            SameArea(name="musrenbang_plan_rt", field="rt", to="territory.Area"),
            SameArea(name="musrenbang_plan_proposal", field="proposal", to="musrenbang.Proposal"),
            models.CheckConstraint(name="musrenbang_plan_amount", condition=Q(amount__gt=0)),
            models.UniqueConstraint(fields=["id", "path"], name="musrenbang_plan_key"),
            models.UniqueConstraint(fields=["rt", "year", "place"], name="musrenbang_plan_place"),
        ]

    def __str__(self) -> str:
        return f"rencana {self.rt_id} {self.year}/{self.place}"
