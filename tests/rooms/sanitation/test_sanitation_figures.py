"""Figures of sanitation by RT: the newest look counts, households nobody looked at are unknown."""

from __future__ import annotations

from datetime import date

import pytest
from tests.rooms.people.families import make_household

from rukun.services.sanitation.models import Look
from rukun.services.sanitation.queries import figures
from rukun.services.sanitation.types import SanitationFigures

ON = date(2026, 7, 1)

pytestmark = pytest.mark.django_db


def look(home, on=ON, **fields):
    return Look.objects.create(household=home, path=home.path, on=on, by="uji", **fields)


def test_the_newest_look_of_each_household_counts(places):
    first, second, third = (make_household(places.melati, f"{name} Rekaan") for name in ("Ani", "Budi", "Cici"))
    far = make_household(places.mawar, "Dodi Rekaan")
    look(first, date(2026, 3, 1), use="none", rung="open")
    look(first, use="own", seat="gooseneck", disposal="septic", rung="own", hands=True, rubbish=False)
    look(second, use="own", disposal="river", rung="covered", hands=True)
    look(far, use="own", rung="")
    found = figures.by_rt(places.desa.path, on=ON)
    assert found == {
        places.melati.path: SanitationFigures(
            3, 2, {"own": 1, "covered": 1}, {"latrine": 1, "hands": 2, "food": 0, "rubbish": 0, "wastewater": 0}
        ),
        places.mawar.path: SanitationFigures(
            1, 1, {"": 1}, {"latrine": 0, "hands": 0, "food": 0, "rubbish": 0, "wastewater": 0}
        ),
    }
    assert (found[places.melati.path].open_, found[places.melati.path].unknown) == (1, 1)
    assert found[places.mawar.path].unknown == 1
    assert third.pk
    assert figures.whole(places.desa.path, on=ON).households == 4
    assert figures.by_rt(places.desa.path, on=date(2026, 4, 1))[places.melati.path].rungs == {"open": 1}


def test_two_queries_however_many_rts(places, django_assert_num_queries):
    look(make_household(places.melati, "Ani Rekaan"), use="none", rung="open")
    look(make_household(places.mawar, "Budi Rekaan"), use="none", rung="open")
    with django_assert_num_queries(2):
        assert sum(each.open_ for each in figures.by_rt(places.kabupaten.path, on=ON).values()) == 2
