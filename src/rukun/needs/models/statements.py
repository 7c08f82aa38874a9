"""What one voice said, in its own words: kept for ever, withdrawn with a reason, grouped to a problem."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rukun.needs.models.trees import Problem
from rukun.needs.types import Age, Disability, Kind, Occasion, Sex, Welfare
from rukun.walls.types import PathField, SameArea, Wall

WORDS, REASON = 1000, 200


class Statement(models.Model):
    """Never changed: what counts no more has a Withdrawal. An empty kind of voice was not told."""

    rt = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(_("Ini tentang apa?"), max_length=10, choices=Kind)
    words = models.TextField(_("Kata-katanya"), max_length=WORDS)
    sex = models.CharField(_("Jenis kelamin"), max_length=10, choices=Sex, blank=True)
    age = models.CharField(_("Umur"), max_length=10, choices=Age, blank=True)
    welfare = models.CharField(_("Kesejahteraan"), max_length=10, choices=Welfare, blank=True)
    disability = models.CharField(_("Disabilitas"), max_length=10, choices=Disability, blank=True)
    occasion = models.CharField(_("Disampaikan di"), max_length=20, choices=Occasion)
    on = models.DateField(_("Tanggal"))
    by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = dict.fromkeys(["words", "sex", "age", "welfare", "disability", "by"], "personal") | dict.fromkeys(
        ["rt", "path", "year", "kind", "occasion", "on", "recorded_at"], "internal"
    )

    class Meta:
        indexes = [models.Index(fields=["path", "year"], name="needs_statement_place")]
        constraints = [
            Wall(name="needs_statement_wall", verbs=("select", "insert")),
            models.UniqueConstraint(fields=["id", "path"], name="needs_statement_key"),
            SameArea(name="needs_statement_rt", field="rt", to="territory.Area"),
            models.CheckConstraint(name="needs_statement_words", condition=~Q(words="")),
            models.CheckConstraint(name="needs_statement_kind", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(name="needs_statement_sex", condition=Q(sex__in=["", *Sex.values])),
            models.CheckConstraint(name="needs_statement_age", condition=Q(age__in=["", *Age.values])),
            models.CheckConstraint(name="needs_statement_welfare", condition=Q(welfare__in=["", *Welfare.values])),
            models.CheckConstraint(
                name="needs_statement_disability", condition=Q(disability__in=["", *Disability.values])
            ),
            models.CheckConstraint(name="needs_statement_occasion", condition=Q(occasion__in=Occasion.values)),
        ]

    def __str__(self) -> str:
        return f"suara {self.pk} ({self.kind}, {self.on})"


class Withdrawal(models.Model):
    """A statement that counts no more: typed wrongly, with the reason, or said again better in the one `instead`."""

    statement = models.OneToOneField(Statement, models.PROTECT, db_constraint=False, related_name="withdrawal")
    path = PathField()
    instead = models.ForeignKey(Statement, models.PROTECT, null=True, db_constraint=False, related_name="correction_of")
    because = models.CharField(_("Alasan"), max_length=REASON)
    on = models.DateField()
    by = models.CharField(max_length=150)

    privacy = {"by": "personal", "because": "personal"} | dict.fromkeys(
        ["statement", "path", "instead", "on"], "internal"
    )

    class Meta:
        constraints = [
            Wall(name="needs_withdrawal_wall", verbs=("select", "insert")),
            SameArea(name="needs_withdrawal_statement", field="statement", to="needs.Statement"),
            SameArea(name="needs_withdrawal_instead", field="instead", to="needs.Statement"),
            models.CheckConstraint(name="needs_withdrawal_reason", condition=~Q(because="")),
            models.CheckConstraint(
                name="needs_withdrawal_other", condition=Q(instead__isnull=True) | ~Q(instead=F("statement"))
            ),
        ]

    def __str__(self) -> str:
        return f"suara {self.statement_id} ditarik"


class Grouping(models.Model):
    """To which core problem a statement belongs: may change as the meeting understands more."""

    statement = models.OneToOneField(Statement, models.CASCADE, db_constraint=False, related_name="grouping")
    path = PathField()
    problem = models.ForeignKey(Problem, models.CASCADE, db_constraint=False, related_name="groupings")

    privacy = dict.fromkeys(["statement", "path", "problem"], "internal")

    class Meta:
        constraints = [
            Wall(name="needs_grouping_wall"),
            SameArea(name="needs_grouping_statement", field="statement", to="needs.Statement"),
            SameArea(name="needs_grouping_problem", field="problem", to="needs.Problem"),
        ]

    def __str__(self) -> str:
        return f"suara {self.statement_id} → masalah {self.problem_id}"
