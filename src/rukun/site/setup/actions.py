"""The one act of the set-up: a kabupaten and its first administrator, both or neither."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from rukun.accounts.actions import appointments, users
from rukun.accounts.types import Role
from rukun.kit.known_areas import DECREE
from rukun.territory.actions import codes
from rukun.territory.types import Listed
from rukun.walls import scope

BY = "penyiapan"
BASIS = "Administrator pertama, ditunjuk saat penyiapan"


@transaction.atomic
def begin(
    *,
    kabupaten_code: str,
    since: date,
    username: str,
    name: str,
    password: str,
    on: date,
    basis: str = DECREE,
    listed: Sequence[Listed] | None = None,
) -> Any:
    """Founds the kabupaten on an empty installation and appoints its first administrator from `on`.

    Problems: `territory.already_founded`, `territory.not_a_kabupaten`, `areacodes.*`, `accounts.not_accepted`.
    """
    with scope.everything():
        held = codes.found(kabupaten_code=kabupaten_code, since=since, basis=basis, by=BY, listed=listed)
        user = users.create(username=username, name=name, password=password, by=BY, path=held.kabupaten.path)
        appointments.appoint(
            user=user, role=Role.ADMINISTRATOR, area_id=held.kabupaten_id, since=on, until=None, basis=BASIS, by=BY
        )
    return user
