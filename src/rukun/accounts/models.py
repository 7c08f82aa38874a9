"""People who sign in, and the terms they serve."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rukun.accounts.types import Role
from rukun.kit import slips
from rukun.walls.types import DateRange, PathField, SameArea, Wall


def is_not_a_number(value: str) -> None:
    """A user name is never a NIK, nor any other row of digits."""
    if value.isdigit():
        raise ValidationError(_("Nama pengguna tidak boleh hanya angka. NIK tidak dipakai untuk masuk."))


class Users(BaseUserManager["User"]):
    def create_user(self, username: str, password: str | None = None, **fields: object) -> User:
        user = self.model(username=username, **fields)
        user.set_password(password)
        user.full_clean(exclude=["password"])
        user.save()
        return user


class User(AbstractBaseUser):
    username = models.CharField(
        _("nama pengguna"), max_length=60, unique=True, validators=[UnicodeUsernameValidator(), is_not_a_number]
    )
    name = models.CharField(_("nama lengkap"), max_length=120)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)
    code_until = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "username"
    objects = Users()

    privacy = {
        "password": "secret",
        "last_login": "internal",
        "username": "personal",
        "name": "personal",
        "is_active": "internal",
        "must_change_password": "internal",
        "code_until": "internal",
        "created_at": "internal",
    }

    class Meta:
        constraints = [
            Wall(name="accounts_user_wall", column=None, read="all", verbs=("select", "insert", "update")),
        ]

    def __str__(self) -> str:
        return self.username

    def check_password(self, raw_password: str) -> bool:
        """A printed code may be typed as people type; a password of one's own must match to the letter."""
        if super().check_password(raw_password):
            return True
        code = slips.read(raw_password) if self.must_change_password and raw_password else None
        return code is not None and code != raw_password and super().check_password(code)


ONE_SEAT = (Role.RT_HEAD.value, Role.DESA_HEAD.value)
"""Offices that only one person holds at a time in one area."""

AREA_AND_TERM = [
    ("area", RangeOperators.EQUAL),
    (DateRange("since", "until", RangeBoundary()), RangeOperators.OVERLAPS),
]


class Appointment(models.Model):
    user = models.ForeignKey(User, models.PROTECT, related_name="appointments")
    role = models.CharField(max_length=20, choices=Role.choices)
    area = models.ForeignKey("territory.Area", models.PROTECT, related_name="appointments", db_constraint=False)
    path = PathField()
    since = models.DateField()
    until = models.DateField(null=True)
    basis = models.CharField(_("dasar (SK)"), max_length=200, blank=True)

    privacy = {
        "user": "personal",
        "role": "public",
        "area": "public",
        "path": "internal",
        "since": "public",
        "until": "public",
        "basis": "public",
    }

    class Meta:
        indexes = [models.Index(fields=["user", "until"], name="accounts_appointment_user")]
        constraints = [
            Wall(name="accounts_appointment_wall", read="all", verbs=("select", "insert", "update")),
            SameArea(name="accounts_appointment_area", field="area", to="territory.Area"),
            models.CheckConstraint(
                name="accounts_appointment_period", condition=Q(until__isnull=True) | Q(until__gt=F("since"))
            ),
            models.CheckConstraint(name="accounts_appointment_role", condition=Q(role__in=Role.values)),
            ExclusionConstraint(
                name="accounts_appointment_once",
                expressions=[("user", RangeOperators.EQUAL), ("role", RangeOperators.EQUAL), *AREA_AND_TERM],
            ),
            ExclusionConstraint(
                name="accounts_appointment_one_seat",
                expressions=[("role", RangeOperators.EQUAL), *AREA_AND_TERM],
                condition=Q(role__in=ONE_SEAT),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} {self.path}"


class Remembered(models.Model):
    """What all web processes must count together for a while: tries and used codes. Its shape is Django's cache."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    privacy = {"cache_key": "internal", "value": "internal", "expires": "internal"}

    class Meta:
        constraints = [Wall(name="accounts_remembered_wall", column=None, read="all")]

    def __str__(self) -> str:
        return self.cache_key
