"""What may be shown to who may not see families: small counts are curtains, never zeros, and sums do not open them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rukun.poverty import public
from rukun.poverty.types import HIDDEN, Figures, Label, plain
from rukun.poverty.words import counted

COUNTS = st.integers(0, 60)
AREAS = st.lists(st.tuples(COUNTS, COUNTS, COUNTS), min_size=1, max_size=6)


def figures(counts):
    return Figures(rts=1, households=sum(counts), verdicts=dict(zip(Label.values, counts, strict=True)))


@given(AREAS)
def test_no_small_count_is_shown_and_none_is_zero(counts):
    areas = {number: figures(each) for number, each in enumerate(counts)}
    for number, told in public._released(areas).items():
        if not areas[number].judged:
            continue
        for label, shown in told.items():
            assert shown is HIDDEN or shown >= public.THRESHOLD
            assert shown is HIDDEN or shown == areas[number].verdicts[label]


@given(AREAS)
def test_a_hidden_count_is_never_alone_in_its_row(counts):
    """With the number of judged families known, one curtain alone would be no curtain."""
    areas = {number: figures(each) for number, each in enumerate(counts)}
    for told in public._released(areas).values():
        assert list(told.values()).count(HIDDEN) != 1


@given(st.integers(0, 200), st.integers(0, 200))
def test_reasons_are_hidden_from_either_side(holding, failing):
    found = Figures(verdicts={"poor": holding, "not_poor": failing}, reasons={"toilet": holding})
    safe = public._safe(found, dict(found.verdicts) | {"cannot_be_said": 0})
    is_shown = safe.reasons["toilet"] is not HIDDEN
    assert is_shown == (holding >= public.THRESHOLD and failing >= public.THRESHOLD)


def test_reasons_hide_with_the_verdicts_beside_them():
    found = Figures(verdicts={"poor": 30, "not_poor": 40}, reasons={"toilet": 35})
    hidden = public._safe(found, {"poor": HIDDEN, "not_poor": HIDDEN, "cannot_be_said": 12})
    assert set(hidden.reasons.values()) == {HIDDEN}


def test_a_curtain_looks_like_a_curtain():
    assert counted(HIDDEN) == "disembunyikan"
    assert counted(0) == "0"
    assert counted(None) == "–"


def test_who_may_see_families_sees_every_count():
    assert plain(figures((1, 2, 3))).verdicts == {"poor": 1, "not_poor": 2, "cannot_be_said": 3}
