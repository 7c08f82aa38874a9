"""Every refusal of this room has its letter, and no letter waits for a value that nobody gives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.db import transaction
from tests.rooms.territory.test_territory_boundaries import GOOD, collection, square
from tests.rooms.territory.test_territory_boundaries import bring as bring_shapes
from tests.rooms.territory.test_territory_changes import REFUSED
from tests.rooms.territory.test_territory_registers import read

import rukun.territory
from rukun.kit.problems import Problem, letter
from rukun.rules.lineage import soundness
from rukun.territory.problems import CATALOGUE
from rukun.territory.words import LETTERS, told

ROOM = Path(rukun.territory.__file__).parent
CODE = re.compile(r'(?:Problem|Finding|_remark)\([^)]*?"(territory\.[a-z_]+)"')


def test_every_code_that_is_raised_is_listed():
    raised = {code for path in ROOM.rglob("*.py") for code in CODE.findall(path.read_text())}
    assert len(raised) > 25
    assert raised <= LETTERS.keys()


def test_every_finding_of_lineage_has_its_letter():
    codes = set(re.findall(r"[a-z]+(?:_[a-z]+)+", soundness.findings.__doc__.split("Codes:")[1]))
    assert len(codes) == 11
    assert {f"territory.{code}" for code in codes} <= CATALOGUE.keys()


@pytest.mark.parametrize("code", REFUSED)
def test_a_refused_change_is_told_with_all_its_values(places, code):
    with pytest.raises(Problem) as caught, transaction.atomic():
        REFUSED[code](places)
    assert "…" not in letter(caught.value, LETTERS, strict=True).what


@pytest.mark.parametrize(
    "content",
    [
        b"x",
        collection(),
        collection(({"id": 1}, square())),
        collection((GOOD, square(500_000)), (GOOD, None), (GOOD, square()), (GOOD, square())),
    ],
)
def test_a_refused_map_is_told_with_all_its_values(places, content):
    with pytest.raises(Problem) as caught, transaction.atomic():
        bring_shapes(content, places)
    assert letter(caught.value, LETTERS, strict=True).now


def test_remarks_are_told_with_all_their_values(places):
    rows = "64.02.90.2999,,,,1,,,\n,Sumber Rekan,,,1,,,\n,,,,1,,,\n64.02.90.2001,,,,,,,x\n64.02.90.2001,,,,1234,,,\n"
    rows += "64.02.90.2001,,,,8,,,\n64.02.90.2001,,,,8,,,\n64.02.90.2001,,,,1,,01/01/1999,\n9.9,,,,1,,,\n"
    remarks = read(rows, places.kabupaten.path).remarks
    assert len(remarks) == 8
    for remark in remarks:
        letter(remark.finding, LETTERS, strict=True)
    assert all("…" not in each["todo"] for each in told(remarks))
