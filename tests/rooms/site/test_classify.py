"""./rukun classify: the parts of an area come to what the whole comes to, and each stays behind its walls."""

from __future__ import annotations

from tests.rooms.poverty.kitchens import BETTER, ON, POOR, make_kitchen

from rukun.audit.models import Line
from rukun.poverty.models import Standing
from rukun.poverty.queries import figures
from rukun.site.commands import classify


def test_parts_come_to_the_whole(places):
    homes = [make_kitchen(rt, answers) for rt in (places.melati, places.kenanga) for answers in (POOR, BETTER, None)]
    parts = [places.melati.path, places.kenanga.path]
    assert [classify.judge_part(path, on=ON, by="uji") for path in parts] == [3, 3]
    assert [classify.judge_part(path, on=ON, by="uji") for path in parts] == [0, 0]
    assert sorted(Standing.objects.values_list("household", flat=True)) == sorted(home.pk for home in homes)
    assert figures.of_path(places.kabupaten.path).judged == len(homes)
    assert Line.objects.filter(verb="poverty.area_classified", path=places.melati.path).count() == 2


def test_the_command_tells_what_it_found(rukun, places):
    make_kitchen(places.melati, POOR)
    said = rukun("classify", "--area", f"#{places.melati.pk}", "--json")
    assert said.code == 0
    assert (said.told["households"], said.told["changed"], said.told["poor"]) == (1, 1, 1)
