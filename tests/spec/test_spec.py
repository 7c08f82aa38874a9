"""Runs every row of every drawn table, and keeps the printed pages true."""

import pytest
from tests.spec.drawn import Drawn, every_spec, printed
from tests.spec.meanings import MEANINGS

SPECS = every_spec()
ROWS = [
    pytest.param(spec, table, row, id=f"{spec.name}-{table.word}-{n}")
    for spec in SPECS
    for table in spec.tables
    if (spec.name, table.word) in MEANINGS
    for n, row in enumerate(table.rows, start=1)
]


@pytest.mark.parametrize(("spec", "table", "row"), ROWS)
def test_a_drawn_row_holds(spec, table, row):
    outcome = MEANINGS[spec.name, table.word](spec, row)
    assert outcome, "a meaning must tell at least one column"
    assert outcome == {name: row[name] for name in outcome}


def test_every_meaning_has_its_table_with_rows():
    drawn = {(spec.name, table.word): table for spec in SPECS for table in spec.tables}
    assert set(MEANINGS) <= set(drawn)
    assert all(drawn[key].rows for key in MEANINGS)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_every_file_is_tested_and_its_page_is_up_to_date(spec):
    assert any((spec.name, block.word) in MEANINGS for block in spec.blocks if isinstance(block, Drawn))
    assert spec.page.exists(), f"print the pages: python -m tests.spec.pages ({spec.page.name} is missing)"
    assert spec.page.read_text(encoding="utf-8") == printed(spec), f"print the pages again: {spec.page.name} is old"
