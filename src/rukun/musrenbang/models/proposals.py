"""Proposals, the answers the menu asks for, their photos, the RTs that share them, and every turn they took."""

from django.db import models
from django.db.models import F, Q

from rukun.musrenbang.types import Basis, Owner, State
from rukun.walls.types import PathField, SameArea, Wall


class Proposal(models.Model):
    """One wish put to the meeting, alive until it is planned, refused or withdrawn; `year` is the programme year it
    stands in now, `born` the one it was first made in, and (`rt`, `born`, `number`) name it for ever.

    `state`, `owner` and `due` are where its last turn left it: only `actions.turns` writes them. Money is whole rupiah.
    """

    rt = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    born = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    year = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    description = models.TextField(max_length=2000, blank=True)
    cause = models.ForeignKey("needs.Node", models.PROTECT, null=True, db_constraint=False, related_name="+")
    place_words = models.CharField(max_length=200, blank=True)
    longitude = models.FloatField(null=True)
    latitude = models.FloatField(null=True)
    menu = models.CharField(max_length=60, blank=True)
    cluster = models.CharField(max_length=60, blank=True)
    households = models.PositiveIntegerField(null=True)
    people = models.PositiveIntegerField(null=True)
    basis = models.CharField(max_length=12, choices=Basis.choices, blank=True)
    basis_words = models.CharField(max_length=200, blank=True)
    cost = models.BigIntegerField(null=True)
    swadaya_days = models.PositiveIntegerField(default=0)
    swadaya_material = models.BigIntegerField(default=0)
    swadaya_cash = models.BigIntegerField(default=0)
    caretaker = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=12, choices=State.choices)
    owner = models.CharField(max_length=12, choices=Owner.choices)
    due = models.DateField(null=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="absorbed")
    revision = models.IntegerField(default=0)

    privacy = (
        {"longitude": "internal", "latitude": "internal", "caretaker": "personal"}
        | dict.fromkeys(
            ["title", "description", "place_words", "menu", "cluster", "households", "people", "basis", "basis_words"]
            + ["cost", "swadaya_days", "swadaya_material", "swadaya_cash", "state", "owner", "due", "born", "number"]
            + ["year", "rt"],
            "public",
        )
        | dict.fromkeys(["path", "cause", "merged_into", "revision"], "internal")
    )

    class Meta:
        indexes = [models.Index(fields=["path", "year"], name="musrenbang_proposal_place")]
        constraints = [
            Wall(name="musrenbang_proposal_wall", verbs=("select", "insert", "update")),
            SameArea(name="musrenbang_proposal_rt", field="rt", to="territory.Area"),
            SameArea(name="musrenbang_proposal_cause", field="cause", to="needs.Node"),
            models.UniqueConstraint(fields=["id", "path"], name="musrenbang_proposal_key"),
            models.UniqueConstraint(fields=["rt", "born", "number"], name="musrenbang_proposal_name"),
            models.CheckConstraint(
                name="musrenbang_proposal_money",
                condition=(Q(cost__isnull=True) | Q(cost__gt=0)) & Q(swadaya_material__gte=0, swadaya_cash__gte=0),
            ),
            models.CheckConstraint(name="musrenbang_proposal_year", condition=Q(year__gte=F("born"))),
            models.CheckConstraint(
                name="musrenbang_proposal_point",
                condition=Q(longitude__isnull=True, latitude__isnull=True)
                | Q(longitude__range=(-180, 180), latitude__range=(-90, 90)),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Turn(models.Model):
    """One move of a proposal, never changed: from which state to which, in which programme year, on which day, by
    whom (the office, not the person), why, and by which article. The first turn has no `before`."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, db_constraint=False, related_name="turns")
    path = PathField()
    year = models.PositiveSmallIntegerField()
    before = models.CharField(max_length=12, choices=State.choices, blank=True)
    after = models.CharField(max_length=12, choices=State.choices)
    on = models.DateField()
    office = models.CharField(max_length=12, choices=Owner.choices)
    reason = models.TextField(max_length=1000, blank=True)
    article = models.CharField(max_length=120, blank=True)
    due = models.DateField(null=True)
    by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = (
        dict.fromkeys(["year", "before", "after", "on", "office", "reason", "article", "due"], "public")
        | dict.fromkeys(["proposal", "path", "recorded_at"], "internal")
        | {"by": "personal"}
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            Wall(name="musrenbang_turn_wall", verbs=("select", "insert")),
            SameArea(name="musrenbang_turn_proposal", field="proposal", to="musrenbang.Proposal"),
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id}: {self.before} → {self.after}"


class Answer(models.Model):
    """What was answered to one fact the menu asks about a proposal."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, db_constraint=False, related_name="answers")
    path = PathField()
    fact = models.CharField(max_length=60)
    is_true = models.BooleanField()
    on = models.DateField()

    privacy = dict.fromkeys(["proposal", "path", "fact", "is_true", "on"], "internal")

    class Meta:
        constraints = [
            Wall(name="musrenbang_answer_wall"),
            SameArea(name="musrenbang_answer_proposal", field="proposal", to="musrenbang.Proposal"),
            models.UniqueConstraint(fields=["proposal", "fact"], name="musrenbang_answer_once"),
        ]

    def __str__(self) -> str:
        return f"{self.fact}: {self.is_true}"


class Photo(models.Model):
    """A picture of the place as it is now: decoded, made smaller and written anew, so that it carries no metadata."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, db_constraint=False, related_name="photos")
    path = PathField()
    digest = models.CharField(max_length=64)
    words = models.CharField(max_length=120, blank=True)
    picture = models.BinaryField()
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    on = models.DateField()

    privacy = {"picture": "personal", "words": "internal"} | dict.fromkeys(
        ["proposal", "path", "digest", "width", "height", "on"], "internal"
    )

    class Meta:
        constraints = [
            Wall(name="musrenbang_photo_wall", verbs=("select", "insert", "delete")),
            SameArea(name="musrenbang_photo_proposal", field="proposal", to="musrenbang.Proposal"),
            models.UniqueConstraint(fields=["proposal", "digest"], name="musrenbang_photo_once"),
        ]

    def __str__(self) -> str:
        return self.words or self.digest[:8]


class Partner(models.Model):
    """Another RT's part in a joint proposal, in that RT's own place: what it would pay, and whether it agreed.

    The proposal itself lies in the leading RT; `name` ("2026/3") and `title` say which one it is to the partner.
    """

    proposal_id = models.BigIntegerField()
    leader = models.ForeignKey("territory.Area", models.PROTECT, related_name="+")
    rt = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    year = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=20)
    title = models.CharField(max_length=120)
    share = models.BigIntegerField()
    asked_on = models.DateField()
    agreed_on = models.DateField(null=True)
    refused_on = models.DateField(null=True)
    reason = models.TextField(max_length=1000, blank=True)

    privacy = dict.fromkeys(
        ["leader", "rt", "year", "name", "title", "share", "asked_on", "agreed_on", "refused_on", "reason"], "public"
    ) | dict.fromkeys(["proposal_id", "path"], "internal")

    class Meta:
        constraints = [
            Wall(name="musrenbang_partner_wall", verbs=("select", "insert", "update")),
            SameArea(name="musrenbang_partner_rt", field="rt", to="territory.Area"),
            models.UniqueConstraint(fields=["proposal_id", "rt"], name="musrenbang_partner_once"),
            models.CheckConstraint(name="musrenbang_partner_share", condition=Q(share__gte=0)),
            models.CheckConstraint(
                name="musrenbang_partner_answer", condition=Q(agreed_on__isnull=True) | Q(refused_on__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} bersama {self.rt_id}"


class PaperList(models.Model):
    """A list of last year's wishes as it came (XLSX or CSV), read and shown, waiting for a yes; then it is gone.

    `rt` is the one RT the whole list belongs to, None where each row tells its own; `year` the year it was made for.
    """

    area = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    rt = models.ForeignKey("territory.Area", models.PROTECT, null=True, related_name="+")
    year = models.PositiveSmallIntegerField()
    file = models.CharField(max_length=200)
    content = models.BinaryField()
    by = models.CharField(max_length=150)
    on = models.DateField()

    privacy = {"content": "personal", "by": "personal"} | dict.fromkeys(
        ["area", "path", "rt", "year", "file", "on"], "internal"
    )

    class Meta:
        constraints = [
            Wall(name="musrenbang_paperlist_wall", verbs=("select", "insert", "delete")),
            SameArea(name="musrenbang_paperlist_area", field="area", to="territory.Area"),
        ]

    def __str__(self) -> str:
        return self.file
