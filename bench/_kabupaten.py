"""A kabupaten of invented RTs to measure on, and somebody of DPMD who may look at all of it. After `_ground.stand`."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

from django.conf import settings
from django.test import Client

from bench import _ground
from rukun.accounts.models import Appointment, User
from rukun.accounts.permissions import today


def seed_if_empty(rts: int, households: int = 3) -> None:
    """`households` in each RT."""
    with settings.OWNER.connect() as link:
        made = link.execute("select to_regclass('territory_installation')").fetchone()[0]
        if made and link.execute("select exists (select 1 from territory_installation)").fetchone()[0]:
            return
    subprocess.check_call(  # noqa: S603 - our own command
        [sys.executable, "-m", "rukun.site", "seed", "--households", str(rts * households), "--rt", str(rts)],
        env=os.environ | {"PYTHONPATH": str(_ground.ROOT / "src")},
    )


def client(kabupaten: Any) -> tuple[Client, User]:
    """Someone of DPMD with a second factor, for the bench only."""
    user, made = User.objects.get_or_create(username="ukur-dpmd", defaults={"name": "Ukur Peragaan"})
    if made:
        told = {"area": kabupaten, "path": kabupaten.path, "since": today(), "basis": "ukuran"}
        Appointment.objects.create(user=user, role="dpmd", **told)
    held = Client()
    held.force_login(user)
    session = held.session
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": 0}]
    session.save()
    return held, user


def answered(held: Client, url: str) -> float:
    """Milliseconds of one page."""

    def asked() -> None:
        answer = held.get(url)
        assert answer.status_code == 200, f"{answer.status_code} {answer.headers.get('Location', '')}"

    return _ground.milliseconds(asked)
