"""People who never lived: the same seed makes the same people, and nobody could take them for real ones."""

from __future__ import annotations

from datetime import date

import pytest

from rukun.parameters import instruments
from rukun.people.actions import interviews
from rukun.people.models import Household, Interview, Person, Stay, Tally
from rukun.poverty.models import Standing
from rukun.rules.identity import parse_nik
from rukun.site import regency
from rukun.site.invented import COLUMNS, Inventor, rows_of, words
from rukun.territory import queries as territory

ON = date(2026, 3, 1)


def families(seed=5, count=300):
    return list(Inventor(seed=seed, prefix="6402", on=ON).families(count))


def test_the_same_seed_makes_the_same_people():
    assert families() == families()
    assert families(seed=5) != families(seed=6)


def test_every_number_is_read_and_belongs_to_a_kecamatan_that_is_none():
    people = [member for family in families() for member in family.members if member.nik]
    for member in people:
        nik = parse_nik(member.nik, on=ON)
        assert nik.is_valid and member.birth_date in nik.birth_candidates and nik.sex == member.sex
        assert nik.kecamatan == "640299"
    assert len({member.nik for member in people}) == len(people)


def test_two_inventors_of_one_place_never_give_the_same_number():
    first = {m.nik for f in Inventor(seed=1, prefix="6402", on=ON).families(80) for m in f.members}
    other = {m.nik for f in Inventor(seed=1, prefix="6402", on=ON, first=7000).families(80) for m in f.members}
    assert first & other <= {""}


def test_names_say_that_they_are_made_up():
    assert all(member.name.split()[-1] in words.FAMILY for family in families() for member in family.members)


def test_households_are_as_a_village_has_them():
    sizes = [len(family.members) for family in families(count=2000)]
    assert 3.2 < sum(sizes) / len(sizes) < 3.8
    assert min(sizes) == 1 and max(sizes) >= 7


def test_what_they_would_say_is_allowed_by_the_census():
    asked = instruments.load("rt_census")
    answered = [family.answers for family in families() if family.answers]
    assert all(interviews.checked(asked, told) for told in answered)
    assert any("unknown" in told.values() for told in answered)


def test_a_row_has_a_cell_for_every_column():
    family = families(count=1)[0]
    rows = list(rows_of(family, desa="64.02.06.2099", rt="001", spot=(116.9, -0.4)))
    assert [len(row) for row in rows] == [len(COLUMNS)] * len(family.members)


@pytest.mark.parametrize(("total", "weights"), [(10, [1.0, 1.0, 1.0]), (237, [1.0] * 237), (700, [3.3, 0.1, 9.9, 1.2])])
def test_shares_add_up_and_nobody_gets_nothing(total, weights):
    shares = regency._shared_out(total, weights)
    assert sum(shares) == total and min(shares) >= 1


def test_a_small_regency_comes_in_by_the_doors_a_real_one_uses(db, everything):
    said = []
    made = regency.fill(kabupaten="52.07", size=regency.Size(rts=70, households=700, seed=3), on=ON, say=said.append)
    root = territory.installation().kabupaten
    assert territory.rts_under(root.path, on=ON).count() == 70
    assert Household.objects.count() == made["households"] == sum(Tally.objects.values_list("households", flat=True))
    assert Person.objects.count() == Stay.objects.filter(until=None).count() == made["people"]
    assert Interview.objects.count() > made["households"] * 0.85
    assert Standing.objects.count() == made["households"]
    assert said[-1] == "penilaian selesai"
