"""A small kabupaten to change at will, and shorthands that read like the decree."""

from __future__ import annotations

from datetime import date

import pytest

from rukun.rules import lineage
from rukun.territory.actions import changes
from rukun.territory.facts.lineage import edition_values, succession_values
from rukun.territory.models import Edition, Succession

BY = "perintah:uji"
DECREE = "Perbup Peragaan 7/2022"


@pytest.fixture
def sound():
    """Says what is unsound in all that is recorded: nothing, after every action."""

    def found() -> tuple[lineage.Finding, ...]:
        return lineage.findings(edition_values(Edition.objects.all()), succession_values(Succession.objects.all()))

    return found


def add_rt(parent, number: str, name: str = "", since: date = date(2020, 6, 1)):
    return changes.add(parent_id=parent.pk, level="rt", name=name, number=number, since=since, basis=DECREE, by=BY)
