"""Papers that were printed and may be checked by anyone who holds one."""

from django.db import models

from rukun.reports.types import PaperKind
from rukun.walls.types import PathField, Wall


class Paper(models.Model):
    """One state of a paper, kept when it was first printed and never changed. `code`: what stands beside its QR;
    `subject`: what it is about ("meeting:12"), so that papers of the same thing can be told apart by age.

    It holds nothing of what stands on the paper, so anyone may read it.
    """

    code = models.CharField(max_length=12, unique=True)
    kind = models.CharField(max_length=20, choices=PaperKind.choices)
    number = models.CharField(max_length=40)
    area = models.ForeignKey("territory.Area", models.PROTECT, related_name="+")
    path = PathField()
    on = models.DateField()
    subject = models.CharField(max_length=40)

    privacy = dict.fromkeys(["code", "kind", "number", "area", "on"], "public") | dict.fromkeys(
        ["path", "subject"], "internal"
    )

    class Meta:
        indexes = [models.Index(fields=["kind", "subject"], name="reports_paper_subject")]
        constraints = [Wall(name="reports_paper_wall", read="all", verbs=("select", "insert"))]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"
