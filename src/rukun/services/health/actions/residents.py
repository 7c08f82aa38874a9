"""Whether somebody could be met on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from rukun.kit.problems import Problem
from rukun.people.queries import lives, members, persons


def met(person_id: int, *, on: date, today: date) -> Any:
    """The person, living in a household of ours. Raises Problem health.day_in_future, health.person_not_here,
    health.person_dead, health.person_born_later."""
    if on > today:
        raise Problem("health.day_in_future", on=on)
    person = persons.visible().filter(pk=person_id).first()
    if person is None:
        raise Problem("health.person_not_here")
    died = lives.lives([person_id])[person_id].died
    if died is not None:
        raise Problem("health.person_dead", died=died)
    if members.home_of(person_id) is None:
        raise Problem("health.person_not_here")
    if person.birth_date and on < person.birth_date:
        raise Problem("health.person_born_later", born=person.birth_date, on=on)
    return person
