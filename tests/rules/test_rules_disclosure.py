"""Suppression held against an attacker who solves the whole system of sums."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rukun.rules.disclosure import EVERY_MARGIN, Shown, Suppressed, Table, suppress

UNBOUNDED = None


class Attacker:
    """Knows the release and that counts are whole and not negative; solves for the bounds of a hidden count.

    A plain two-phase simplex in fractions with Bland's rule, written apart from the rule it attacks.
    """

    def __init__(self, release):
        height, width = len(release.rows), len(release.columns)
        cells = {(r, c): release.cells[r][c] for r in range(height) for c in range(width)}
        cells |= {(r, width): release.row_totals[r] if release.row_totals else Suppressed() for r in range(height)}
        cells |= {
            (height, c): release.column_totals[c] if release.column_totals else Suppressed() for c in range(width)
        }
        cells[height, width] = release.grand_total or Suppressed()
        self.unpublished = {(r, width) for r in range(height) if not release.row_totals}
        self.unpublished |= {(height, c) for c in range(width) if not release.column_totals}
        self.unpublished |= set() if release.grand_total else {(height, width)}
        self.hidden = [place for place, cell in cells.items() if isinstance(cell, Suppressed)]
        lines = [[((r, c), 1) for c in range(width)] + [((r, width), -1)] for r in range(height + 1)]
        lines += [[((r, c), 1) for r in range(height)] + [((height, c), -1)] for c in range(width + 1)]
        self.rows = []
        for line in lines:
            weights = [next((w for place, w in line if place == hidden), 0) for hidden in self.hidden]
            right = -sum(w * cells[place].count for place, w in line if isinstance(cells[place], Shown))
            if any(weights):
                self.rows.append([Fraction(-w if right < 0 else w) for w in weights] + [Fraction(abs(right))])
            else:
                assert right == 0, "published counts must add up"
        self._first_solution()

    def _first_solution(self):
        n, m = len(self.hidden), len(self.rows)
        rows = [row[:-1] + [Fraction(i == j) for j in range(m)] + [row[-1]] for i, row in enumerate(self.rows)]
        basis = list(range(n, n + m))
        assert self._best([0] * n + [-1] * m, rows, basis) == 0
        for i in [i for i, b in enumerate(basis) if b >= n]:
            column = next((j for j in range(n) if rows[i][j]), None)
            if column is not None:
                self._pivot(rows, basis, i, column)
        kept = [i for i, b in enumerate(basis) if b < n]
        self.start = [rows[i][:n] + [rows[i][-1]] for i in kept], [basis[i] for i in kept]

    def bound(self, place, direction):
        rows, basis = [list(row) for row in self.start[0]], list(self.start[1])
        weights = [direction if hidden == place else 0 for hidden in self.hidden]
        best = self._best(weights, rows, basis)
        return best if best is UNBOUNDED else best * direction

    @classmethod
    def _best(cls, weights, rows, basis):
        while True:
            gain = [
                w - sum(weights[b] * row[j] for b, row in zip(basis, rows, strict=True)) for j, w in enumerate(weights)
            ]
            column = next((j for j, g in enumerate(gain) if g > 0), None)
            if column is None:
                return sum(weights[b] * row[-1] for b, row in zip(basis, rows, strict=True))
            ratios = [(row[-1] / row[column], basis[i], i) for i, row in enumerate(rows) if row[column] > 0]
            if not ratios:
                return UNBOUNDED
            cls._pivot(rows, basis, min(ratios)[2], column)

    @staticmethod
    def _pivot(rows, basis, at, column):
        rows[at] = [value / rows[at][column] for value in rows[at]]
        for i, row in enumerate(rows):
            if i != at and row[column]:
                rows[i] = [value - row[column] * pivot for value, pivot in zip(row, rows[at], strict=True)]
        basis[at] = column


@st.composite
def tables(draw, most=4):
    height, width = draw(st.integers(1, most)), draw(st.integers(1, most))
    count = st.sampled_from([0, 0, 1, 2, 4, 5, 9, 10, 11, 30, 80]) | st.integers(0, 40)
    return Table(
        tuple(f"RT {n:02d}" for n in range(height)),
        tuple(f"jenis {n}" for n in range(width)),
        tuple(tuple(draw(count) for _ in range(width)) for _ in range(height)),
    )


def true_count(table, row, column):
    lines = table.counts if row == len(table.rows) else (table.counts[row],)
    return sum(sum(line) if column == len(table.columns) else line[column] for line in lines)


@settings(max_examples=300, deadline=None)
@given(tables(), st.sampled_from([2, 5, 10]), st.sets(st.sampled_from(sorted(EVERY_MARGIN))), st.booleans())
def test_no_hidden_count_can_be_worked_out(table, threshold, totals, are_zeros_small):
    release = suppress(table, threshold=threshold, totals=totals, are_zeros_small=are_zeros_small)
    attacker = Attacker(release)
    for place in attacker.hidden:
        least, most = attacker.bound(place, -1), attacker.bound(place, 1)
        true = true_count(table, *place)
        assert least <= true
        assert most is UNBOUNDED or most > least or place in attacker.unpublished
        if (0 if are_zeros_small else 1) <= true < threshold:
            assert least == 0
            assert most is UNBOUNDED or most >= threshold


@given(tables(most=6), st.sampled_from([2, 5, 10]), st.sets(st.sampled_from(sorted(EVERY_MARGIN))), st.booleans())
def test_what_is_shown_is_true_and_large_enough(table, threshold, totals, are_zeros_small):
    release = suppress(table, threshold=threshold, totals=totals, are_zeros_small=are_zeros_small)
    height, width = len(table.rows), len(table.columns)
    cells = {(r, c): release.cells[r][c] for r in range(height) for c in range(width)}
    assert (release.row_totals is None, release.column_totals is None, release.grand_total is None) == tuple(
        margin not in totals for margin in ("rows", "columns", "grand")
    )
    cells |= {(r, width): cell for r, cell in enumerate(release.row_totals or ())}
    cells |= {(height, c): cell for c, cell in enumerate(release.column_totals or ())}
    cells |= {(height, width): release.grand_total} if release.grand_total else {}
    for place, cell in cells.items():
        if isinstance(cell, Shown):
            assert cell.count == true_count(table, *place)
            assert cell.count >= threshold or (cell.count == 0 and not are_zeros_small)


@given(tables(most=6))
def test_a_table_without_small_counts_is_shown_whole(table):
    raised = Table(table.rows, table.columns, tuple(tuple(n + 10 for n in line) for line in table.counts))
    release = suppress(raised, threshold=10)
    assert release.cells == tuple(tuple(Shown(n) for n in line) for line in raised.counts)
    assert release.grand_total == Shown(sum(map(sum, raised.counts)))


def test_a_hidden_count_has_no_number():
    hidden = suppress(Table.column({"RT 01": 3}), threshold=5).cells[0][0]
    assert isinstance(hidden, Suppressed)
    assert hidden != Shown(0)
    assert not hasattr(hidden, "count")


def test_one_small_rt_takes_the_smallest_neighbour_with_it():
    counts = {"RT 01": 60, "RT 02": 3, "RT 03": 12, "RT 04": 40}
    release = suppress(Table.column(counts), threshold=5, totals={"columns"})
    assert release.cells == ((Shown(60),), (Suppressed(),), (Suppressed(),), (Shown(40),))
    assert release.column_totals == (Shown(115),)
    alone = suppress(Table.column(counts), threshold=5, totals=())
    assert alone.cells == ((Shown(60),), (Suppressed(),), (Shown(12),), (Shown(40),))


def test_an_rt_where_all_are_poor_is_not_shown_as_such():
    release = suppress(Table(("RT 01", "RT 02"), ("miskin", "tidak"), ((20, 0), (15, 40))), threshold=10)
    assert release.cells[0] == (Suppressed(), Suppressed())


def test_zeros_may_be_public_knowledge():
    table = Table.column({"RT 01": 0, "RT 02": 40})
    assert suppress(table, threshold=5, totals=(), are_zeros_small=False).cells[0] == (Shown(0),)
    assert suppress(table, threshold=5, totals=()).cells[0] == (Suppressed(),)


def test_an_empty_table_is_released_empty():
    assert suppress(Table((), ("miskin",), ()), threshold=5, totals=()).cells == ()


@pytest.mark.parametrize(
    ("rows", "counts", "code"),
    [
        (("a",), ((1, 2),), "counts_do_not_fit"),
        (("a", "b"), ((1,),), "counts_do_not_fit"),
        (("a",), ((-1,),), "count_below_zero"),
    ],
)
def test_a_table_that_does_not_fit_is_refused(rows, counts, code):
    with pytest.raises(ValueError, match=code):
        Table(rows, ("n",), counts)


def test_a_threshold_below_two_protects_nobody():
    with pytest.raises(ValueError, match="threshold_too_low"):
        suppress(Table.column({"RT 01": 3}), threshold=1)
