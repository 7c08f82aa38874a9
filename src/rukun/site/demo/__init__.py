"""The demo: one invented desa with a year of life in it, inside the real area tree of Kutai Kartanegara.

Everything is made by the same actions people use, so the demo is also the longest story the house can tell of itself.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from rukun.accounts.permissions import today
from rukun.site.demo import cast, ground, life
from rukun.walls import scope

BY = "perintah:peragaan"


@transaction.atomic
def load(*, on: date | None = None) -> None:
    """Fills an empty installation. `on` is the day the demo ends, today when silent."""
    now = on or today()
    with scope.everything(), scope.many_rows():
        places = ground.lay(since=now.replace(day=1) - timedelta(days=365 * 3), by=BY)
        people = cast.appoint(places, on=now, by=BY)
        life.live(places, people, until=now, by=BY)


def logins() -> str:
    """What a newcomer reads after the address."""
    rows = "\n".join(f"  {each.username:<20} {each.told}" for each in cast.CAST)
    return f"Peragaan (semua orang rekaan). Kata sandi untuk semua: {cast.PASSWORD}\n{rows}"
