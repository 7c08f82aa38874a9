"""./rukun classify: two shares of an area come to what the whole comes to, and both stay behind their walls."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.rooms.poverty.kitchens import BETTER, ON, POOR, make_kitchen

from rukun.audit.models import Line
from rukun.poverty.models import Standing
from rukun.poverty.queries import figures
from rukun.site.commands import classify


@given(held=st.dictionaries(st.integers(1, 99).map("1.{}.".format), st.integers(0, 500), min_size=2, max_size=20))
def test_two_shares_are_neighbours_and_lose_nobody(held):
    first, second = classify.halves(held)
    assert first and second and first + second == sorted(held)
    uneven = abs(sum(held[path] for path in first) - sum(held[path] for path in second))
    assert uneven <= max(held.values())


def test_two_shares_come_to_the_whole(places):
    homes = [make_kitchen(rt, answers) for rt in (places.melati, places.kenanga) for answers in (POOR, BETTER, None)]
    shares = [places.melati.path], [places.kenanga.path]
    assert [classify.judge_share(places.kabupaten.path, share, on=ON, by="uji") for share in shares] == [3, 3]
    assert [classify.judge_share(places.kabupaten.path, share, on=ON, by="uji") for share in shares] == [0, 0]
    assert sorted(Standing.objects.values_list("household", flat=True)) == sorted(home.pk for home in homes)
    assert figures.of_path(places.kabupaten.path).judged == len(homes)
    assert Line.objects.filter(verb="poverty.area_classified", path=places.melati.path).count() == 2


def test_the_command_tells_what_it_found(rukun, places):
    make_kitchen(places.melati, POOR)
    said = rukun("classify", "--area", f"#{places.melati.pk}", "--json")
    assert said.code == 0
    assert (said.told["households"], said.told["changed"], said.told["poor"]) == (1, 1, 1)
