"""Audit lines: appended in the act's own transaction, never changed, never deleted."""

from django.db import models

from rukun.walls.types import PathField, Wall


class Line(models.Model):
    recorded_at = models.DateTimeField(auto_now_add=True)
    verb = models.CharField(max_length=60)
    actor = models.CharField(max_length=150)
    subject = models.CharField(max_length=60)
    subject_id = models.BigIntegerField(null=True)
    path = PathField()
    details = models.JSONField(default=dict)

    privacy = {
        "recorded_at": "internal",
        "verb": "internal",
        "actor": "personal",
        "subject": "internal",
        "subject_id": "internal",
        "path": "internal",
        "details": "internal",
    }

    class Meta:
        indexes = [
            models.Index(fields=["path", "-id"], name="audit_line_place"),
            models.Index(fields=["subject", "subject_id"], name="audit_line_subject"),
        ]
        constraints = [
            Wall(
                name="audit_line_wall",
                verbs=("select", "insert"),
                column="path",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recorded_at:%Y-%m-%d %H:%M} {self.actor} {self.verb}"
