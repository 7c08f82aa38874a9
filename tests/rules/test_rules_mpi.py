"""Counting hardships: beside a slow and obvious count, on invented households and on the published survey."""

import lzma
from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rukun.rules.mpi import Indicator, Spec, change, measure, nobody, standing

CODES = ("a", "b", "c", "d")
SPECS = st.builds(
    lambda cuts, cutoff: Spec(tuple(Indicator(code, w) for code, w in zip(CODES, cuts, strict=True)), cutoff),
    st.lists(st.integers(1, 9), min_size=4, max_size=4).map(
        lambda parts: [Fraction(each, sum(parts)) for each in parts]
    ),
    st.integers(1, 12).map(lambda n: Fraction(n, 12)),
)
HOUSEHOLDS = st.lists(
    st.tuples(*[st.sampled_from([0, 1, None])] * 4, st.sampled_from(["RT 001", "RT 002", "RT 003"])), max_size=30
)


def table(households) -> pl.DataFrame:
    return pl.DataFrame(households, schema={**dict.fromkeys(CODES, pl.Int8), "rt": pl.String}, orient="row")


def slowly(households, spec: Spec) -> tuple[int, Fraction | None, Fraction | None, Fraction | None]:
    """Counted, H, A and M0 as one would by hand."""
    weights = [each.weight for each in spec.indicators]
    scores = [
        sum((w for w, has in zip(weights, each[:4], strict=True) if has), Fraction(0))
        for each in households
        if None not in each[:4]
    ]
    poor = [score for score in scores if score >= spec.cutoff]
    if not scores:
        return 0, None, None, None
    return (
        len(scores),
        Fraction(len(poor), len(scores)),
        sum(poor) / len(poor) if poor else None,
        sum(poor, Fraction(0)) / len(scores),
    )


@given(HOUSEHOLDS, SPECS)
def test_it_counts_as_one_would_by_hand(households, spec):
    told = measure(table(households), spec)[None]
    assert (told.counted, told.h, told.a, told.m0) == slowly(households, spec)
    assert told.incomplete == sum(None in each[:4] for each in households)


@given(HOUSEHOLDS, SPECS)
def test_groups_are_counted_each_for_itself_and_add_up(households, spec):
    groups, everyone = measure(table(households), spec, by="rt"), measure(table(households), spec)[None]
    assert list(groups) == sorted({each[4] for each in households})
    for rt, told in groups.items():
        assert (told.counted, told.h, told.a, told.m0) == slowly([each for each in households if each[4] == rt], spec)
    if everyone.m0:
        assert sum(told.contribution_to(everyone) for told in groups.values()) == 1
    if everyone.counted:
        assert sum(told.share_of(everyone) * (told.m0 or 0) for told in groups.values()) == everyone.m0


@given(HOUSEHOLDS, SPECS)
def test_hardships_add_up_to_the_whole(households, spec):
    told = measure(table(households), spec)[None]
    if told.m0:
        assert told.h * told.a == told.m0
        assert sum(told.adds(code) for code in spec.codes) == 1
        assert sum(told.censored(each.code) * each.weight for each in spec.indicators) == told.m0
    for code in spec.codes:
        assert told.counted == 0 or told.censored(code) <= told.raw(code)


@given(HOUSEHOLDS, SPECS, st.data())
def test_whatever_the_unknown_are_h_lies_between_its_bounds(households, spec, data):
    told = measure(table(households), spec)[None]
    filled = [
        tuple(data.draw(st.integers(0, 1)) if has is None else has for has in each[:4]) + each[4:]
        for each in households
    ]
    known = measure(table(filled), spec)[None]
    assert known.incomplete == 0
    if households:
        assert told.h_least <= known.h <= told.h_most


@given(HOUSEHOLDS, SPECS)
def test_a_household_is_open_only_when_the_unknown_decides(households, spec):
    stands = table(households).select(standing(spec)).to_series().to_list()
    for each, is_poor in zip(households, stands, strict=True):
        least = tuple(has or 0 for has in each[:4])
        most = tuple(1 if has is None else has for has in each[:4])
        either = {slowly([(*filled, "")], spec)[1] == 1 for filled in (least, most)}
        assert is_poor == (either.pop() if len(either) == 1 else None)


@given(HOUSEHOLDS, SPECS)
def test_weights_of_one_change_nothing_and_doubling_them_neither(households, spec):
    plain = measure(table(households), spec)[None]
    for weight in (1.0, 2.0):
        weighed = measure(table(households).with_columns(w=pl.lit(weight)), spec, weight="w")[None]
        for name in ("h", "a", "m0"):
            expected = getattr(plain, name)
            assert getattr(weighed, name) == (pytest.approx(float(expected)) if expected is not None else None)


@pytest.mark.parametrize(
    ("weights", "cutoff", "code"),
    [
        ((1, 1), (1, 2), "weights"),
        ((0, 1), (1, 2), "weights"),
        (((1, 2), (1, 2)), 0, "cutoff"),
        (((1, 2), (1, 2)), 2, "cutoff"),
    ],
)
def test_a_spec_that_does_not_add_up_is_refused(weights, cutoff, code):
    def fraction(told):
        return Fraction(*told) if isinstance(told, tuple) else Fraction(told)

    with pytest.raises(ValueError, match=code):
        Spec(tuple(Indicator(name, fraction(w)) for name, w in zip("ab", weights, strict=True)), fraction(cutoff))
    with pytest.raises(ValueError, match="twice"):
        Spec((Indicator("a", Fraction(1, 2)), Indicator("a", Fraction(1, 2))), Fraction(1, 2))


STANDING = st.dictionaries(st.integers(0, 12), st.sampled_from([True, False, None]))


@given(STANDING, STANDING)
def test_every_household_changes_once(before, after):
    told = change(before, after)
    assert told.stayed + told.left + told.entered + told.never + told.open + told.gone == len(before)
    assert told.stayed + told.left + told.entered + told.never + told.open + told.new == len(after)
    back = change(after, before)
    assert (back.left, back.entered, back.gone, back.new) == (told.entered, told.left, told.new, told.gone)


@pytest.mark.shared
def test_the_published_survey_beside_a_slow_count(shared_data):
    """15,000 households of two rounds; weights 1/6 for health and schooling, 1/18 for living standards."""
    rows = pl.read_csv(
        lzma.decompress((shared_data / "mpitb_syn_cdta" / "syn_cdta.csv.xz").read_bytes()), null_values=["NA", ""]
    )
    sixths, rest = ("d_nutr", "d_cm", "d_satt", "d_educ"), ("d_elct", "d_sani", "d_wtr", "d_hsg", "d_ckfl", "d_asst")
    weights = dict.fromkeys(sixths, Fraction(1, 6)) | dict.fromkeys(rest, Fraction(1, 18))
    spec = Spec(tuple(Indicator(code, weight) for code, weight in weights.items()), Fraction(33, 100))
    told = measure(rows.filter(pl.col("t") == 1), spec, weight="weight")[None]
    assert (told.counted, told.incomplete) == (7_434, 66)
    poor = everyone = depth = 0.0
    for row in rows.filter(pl.col("t") == 1).drop_nulls(list(weights)).iter_rows(named=True):
        score = sum((weight for code, weight in weights.items() if row[code]), Fraction(0))
        everyone += row["weight"]
        if score >= spec.cutoff:
            poor, depth = poor + row["weight"], depth + row["weight"] * float(score)
    assert told.h == pytest.approx(poor / everyone, rel=1e-12)
    assert told.m0 == pytest.approx(depth / everyone, rel=1e-12)


@given(st.lists(st.tuples(*[st.sampled_from([0, 1, None])] * 2, st.integers(0, 3)), max_size=30))
def test_groups_add_up_to_everyone(rows):
    halves = Spec((Indicator("a", Fraction(2, 3)), Indicator("b", Fraction(1, 3))), cutoff=Fraction(2, 3))
    held = pl.DataFrame(rows, schema={"a": pl.Int8, "b": pl.Int8, "rt": pl.Int64}, orient="row")
    whole = measure(held, halves)[None]
    added = sum(measure(held, halves, by="rt").values(), nobody(halves))
    assert (added.counted, added.incomplete) == (whole.counted, whole.incomplete)
    assert [added.h, added.a, added.m0] == [whole.h, whole.a, whole.m0]
    assert [added.h_least, added.h_most] == [whole.h_least, whole.h_most]


def test_changes_of_two_groups_add_up():
    one, two = change({1: True}, {1: False}), change({2: False, 3: None}, {2: True, 4: True})
    both = change({1: True, 2: False, 3: None}, {1: False, 2: True, 4: True})
    assert one + two == both
