"""Core problems, their nodes, and which node brings about which."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rukun.needs.types import Theme
from rukun.walls.types import PathField, SameArea, Wall

NODE_WORDS = 200


class Problem(models.Model):
    """A core problem of one RT in one programme year. Its words are those of its core node."""

    rt = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    year = models.PositiveSmallIntegerField()
    theme = models.CharField(_("Bidang"), max_length=20, choices=Theme)
    since = models.DateField()
    until = models.DateField(null=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = {"theme": "public", "year": "public"} | dict.fromkeys(
        ["rt", "path", "since", "until", "recorded_at"], "internal"
    )

    class Meta:
        indexes = [models.Index(fields=["path", "year"], name="needs_problem_place")]
        constraints = [
            Wall(name="needs_problem_wall", verbs=("select", "insert", "update")),
            models.UniqueConstraint(fields=["id", "path"], name="needs_problem_key"),
            SameArea(name="needs_problem_rt", field="rt", to="territory.Area"),
            models.CheckConstraint(name="needs_problem_theme", condition=Q(theme__in=Theme.values)),
            models.CheckConstraint(
                name="needs_problem_period", condition=Q(until__isnull=True) | Q(until__gte=F("since"))
            ),
        ]

    def __str__(self) -> str:
        return f"masalah {self.pk} ({self.theme}, {self.year})"


class Node(models.Model):
    """One cause or effect of a problem, or the core itself, with the hope that mirrors it.

    A node that was put away keeps its row: proposals may hang on it.
    """

    problem = models.ForeignKey(Problem, models.PROTECT, db_constraint=False, related_name="nodes")
    path = PathField()
    words = models.CharField(max_length=NODE_WORDS)
    hope = models.CharField(max_length=NODE_WORDS, blank=True)
    is_core = models.BooleanField(default=False)
    since = models.DateField()
    until = models.DateField(null=True)

    privacy = {"words": "public", "hope": "public", "is_core": "public"} | dict.fromkeys(
        ["problem", "path", "since", "until"], "internal"
    )

    class Meta:
        indexes = [models.Index(fields=["path"], name="needs_node_place")]
        constraints = [
            Wall(name="needs_node_wall", verbs=("select", "insert", "update")),
            models.UniqueConstraint(fields=["id", "path"], name="needs_node_key"),
            SameArea(name="needs_node_problem", field="problem", to="needs.Problem"),
            models.UniqueConstraint(fields=["problem"], condition=Q(is_core=True), name="needs_node_one_core"),
            models.CheckConstraint(name="needs_node_words", condition=~Q(words="")),
            models.CheckConstraint(name="needs_node_core_stays", condition=Q(is_core=False) | Q(until__isnull=True)),
            models.CheckConstraint(
                name="needs_node_period", condition=Q(until__isnull=True) | Q(until__gte=F("since"))
            ),
        ]

    def __str__(self) -> str:
        return self.words


class Link(models.Model):
    """This cause brings about that effect. Nodes know nothing of one another; a row here joins them."""

    path = PathField()
    cause = models.ForeignKey(Node, models.CASCADE, db_constraint=False, related_name="+")
    effect = models.ForeignKey(Node, models.CASCADE, db_constraint=False, related_name="+")

    privacy = {"path": "internal", "cause": "public", "effect": "public"}

    class Meta:
        constraints = [
            Wall(name="needs_link_wall", verbs=("select", "insert", "delete")),
            SameArea(name="needs_link_cause", field="cause", to="needs.Node"),
            SameArea(name="needs_link_effect", field="effect", to="needs.Node"),
            models.UniqueConstraint(fields=["cause", "effect"], name="needs_link_once"),
            models.CheckConstraint(name="needs_link_two_nodes", condition=~Q(cause=F("effect"))),
        ]

    def __str__(self) -> str:
        return f"{self.cause_id} → {self.effect_id}"
