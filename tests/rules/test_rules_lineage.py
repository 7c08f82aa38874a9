"""Areas in time: sound records, the tree of a day, and sums that survive every change of borders."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rukun.rules.lineage import (
    Borders,
    Edition,
    Fact,
    FactOutOfPlace,
    Placement,
    Succession,
    findings,
    placement_findings,
    roll_up,
    tree,
)

START = date(2020, 1, 1)


class Village:
    """An invented desa that lives through changes, keeping records as an office would, and the plain truth beside."""

    def __init__(self, draw, rts, homes):
        self.draw, self.today, self.number = draw, START, 0
        self.editions = {"desa": [Edition("desa", None, "desa", "Karangan", "2001", START)]}
        self.successions, self.placements = [], []
        self.alive, self.moved, self.alive_on = {}, set(), []
        for rw in ("rw1", "rw2"):
            self.open(rw, "desa", "rw")
        for n in range(rts):
            self.open(f"rt{n}", f"rw{n % 2 + 1}")
        for n in range(homes):
            self.settle(f"h{n}", f"rt{n % rts}")
        self.remember()

    def open(self, area, parent, kind="rt"):
        self.editions.setdefault(area, []).append(Edition(area, parent, kind, area, area, self.today))

    def close(self, area):
        self.editions[area][-1] = replace(self.editions[area][-1], until=self.today)

    def settle(self, home, area):
        self.alive[home] = len(self.placements)
        self.placements.append(Placement(home, area, self.today))

    def leave(self, home):
        at = self.alive.pop(home)
        self.placements[at] = replace(self.placements[at], until=self.today)

    def carry(self, home, area):
        self.leave(home)
        self.settle(home, area)

    def rts(self):
        return sorted(a for a, every in self.editions.items() if every[-1].kind == "rt" and every[-1].until is None)

    def homes(self, area=None):
        return sorted(h for h, at in self.alive.items() if area in (None, self.placements[at].area))

    def one(self, values):
        return self.draw(st.sampled_from(values))

    def some(self, values):
        return self.draw(st.lists(st.sampled_from(values), unique=True)) if values else []

    def fresh(self):
        self.number += 1
        return f"new{self.number}"

    def remember(self):
        self.alive_on.append((self.today, frozenset(self.alive)))

    def split(self):
        source = self.one(self.rts())
        parent, goes_on = self.editions[source][-1].parent, self.draw(st.booleans())
        targets = [self.fresh() for _ in range(1 if goes_on else 2)]
        self.close(source)
        sides = [source, *targets] if goes_on else targets
        for area in sides:
            self.open(area, parent)
            self.successions.append(Succession("split", source, area, self.today))
        for home in self.homes(source):
            side = self.one(sides)
            if side != source:
                self.carry(home, side)

    def merge(self):
        if len(self.rts()) < 2:
            return
        first = self.one(self.rts())
        second = self.one([area for area in self.rts() if area != first])
        into_new = self.draw(st.booleans())
        target = self.fresh() if into_new else first
        sources = [first, second] if into_new else [second]
        if into_new:
            self.open(target, self.editions[first][-1].parent)
        for source in sources:
            self.close(source)
            self.successions.append(Succession("merge", source, target, self.today))
            for home in self.homes(source):
                self.carry(home, target)

    def shift_border(self):
        if len(self.rts()) < 2:
            return
        source = self.one(self.rts())
        target = self.one([area for area in self.rts() if area != source])
        self.successions.append(Succession("transfer", source, target, self.today))
        for home in self.some(self.homes(source)):
            self.carry(home, target)

    def rename(self):
        self.reissue("rename", name=f"RT {self.number}")

    def change_rw(self):
        self.reissue("transfer", parent=self.one(["rw1", "rw2"]))

    def reissue(self, kind, **changes):
        area = self.one(self.rts())
        last = self.editions[area][-1]
        self.close(area)
        self.editions[area].append(replace(last, since=self.today, **changes))
        self.successions.append(Succession(kind, area, area, self.today))

    def live(self):
        """People move in, out and about on a day without a change of borders."""
        for home in self.some(self.homes()):
            if self.draw(st.booleans()):
                self.leave(home)
            else:
                self.carry(home, self.one(self.rts()))
            self.moved.add(home)
        self.settle(f"born{self.fresh()}", self.one(self.rts()))


CHANGES = ["split", "merge", "shift_border", "rename", "change_rw", "live", "live"]


@st.composite
def villages(draw):
    village = Village(draw, rts=draw(st.integers(1, 4)), homes=draw(st.integers(0, 12)))
    for change in draw(st.lists(st.sampled_from(CHANGES), max_size=14)):
        village.today += timedelta(days=draw(st.integers(1, 130)))
        getattr(village, change)()
        village.remember()
    return village


@settings(max_examples=250, deadline=None)
@given(villages())
def test_five_years_of_sums_are_equal_before_and_after(village):
    editions = [edition for every in village.editions.values() for edition in every]
    assert findings(editions, village.successions) == ()
    assert placement_findings(village.placements, editions) == ()
    borders = Borders.of(editions, village.successions, village.placements)
    end = village.today
    in_force = set(village.rts())
    for on, alive in village.alive_on:
        facts = [Fact(home, on, 1) for home in alive]
        then, now = borders.sums_then(facts), borders.sums_on(facts, end)
        assert sum(then.values()) == sum(now.by_area.values()) == len(alive)
        assert set(now.by_area) <= in_force
        assert 0 <= now.by_default <= len(alive & village.moved)
        drawn = tree(editions, on)
        assert roll_up(then, drawn).get("desa", 0) == len(alive)
        assert set(then) <= set(drawn.editions)
        for area in then:
            assert set(
                borders.sums_on([f for f in facts if borders.placed(on)[f.household] == area], end).by_area
            ) <= set(borders.successors(area, end))


@settings(max_examples=120, deadline=None)
@given(villages())
def test_who_never_moved_house_is_found_where_they_live_today(village):
    editions = [edition for every in village.editions.values() for edition in every]
    borders = Borders.of(editions, village.successions, village.placements)
    today = borders.placed(village.today)
    for on, alive in village.alive_on:
        for home in alive - village.moved:
            found = borders.sums_on([Fact(home, on, 7)], village.today)
            assert (found.by_area, found.by_default) == ({today[home]: 7}, 0)


@settings(max_examples=80, deadline=None)
@given(villages())
def test_the_borders_of_any_day_in_between_hold_the_same_sum(village):
    editions = [edition for every in village.editions.values() for edition in every]
    borders = Borders.of(editions, village.successions, village.placements)
    for at, (on, alive) in enumerate(village.alive_on):
        facts = [Fact(home, on, 1) for home in alive]
        assert borders.sums_on(facts, on).by_area == borders.sums_then(facts)
        for later, _ in village.alive_on[at:]:
            sums = borders.sums_on(facts, later)
            assert sum(sums.by_area.values()) == len(alive)
            assert set(sums.by_area) <= set(tree(editions, later).editions)


def test_who_leaves_on_the_day_an_rt_closes_is_passed_on_with_it():
    day, end = date(2021, 1, 1), date(2024, 1, 1)
    editions = [plain("a", until=day), plain("b", day)]
    borders = Borders.of(editions, [Succession("recode", "a", "b", day)], [Placement("h", "a", START, day)])
    sums = borders.sums_on([Fact("h", START, 3)], end)
    assert (sums.by_area, sums.by_default) == ({"b": 3}, 0)


def plain(area, since=START, until=None, parent=None):
    return Edition(area, parent, "rt", area, area, since, until)


def test_pbrt_grows_from_612_to_695():
    """The RTs of one regency: 612 in 2006, 622 in 2007, 695 later, by splits; the households stay the same."""
    y2006, y2007, later = date(2006, 1, 1), date(2007, 1, 1), date(2010, 1, 1)
    editions = {f"rt{n}": [plain(f"rt{n}", y2006)] for n in range(612)}
    lives = {f"h{n}": [Placement(f"h{n}", f"rt{n % 612}", y2006)] for n in range(612 * 4)}
    passed = []

    def split(area, day):
        child = f"{area}-{day.year}"
        editions[area][-1] = replace(editions[area][-1], until=day)
        editions[area].append(plain(area, day))
        editions[child] = [plain(child, day)]
        passed.extend(Succession("split", area, side, day) for side in (area, child))
        half = [home for home, every in lives.items() if every[-1].area == area][::2]
        for home in half:
            lives[home][-1] = replace(lives[home][-1], until=day)
            lives[home].append(Placement(home, child, day))

    for n in range(10):
        split(f"rt{n}", y2007)
    for n in range(73):
        split(f"rt{n}", later)

    every = [edition for each in editions.values() for edition in each]
    assert findings(every, passed) == ()
    counted = [len(tree(every, day).editions) for day in (y2006, y2007, date(2009, 12, 31), later)]
    assert counted == [612, 622, 622, 695]
    borders = Borders.of(every, passed, [p for each in lives.values() for p in each])
    facts = [Fact(home, y2006, 1) for home in lives]
    assert len(borders.sums_then(facts)) == 612
    today = borders.sums_on(facts, later)
    assert (len(today.by_area), sum(today.by_area.values()), today.by_default) == (695, 612 * 4, 0)
    assert borders.successors("rt0", later) == ("rt0", "rt0-2007", "rt0-2010")
    assert borders.successors("rt0", y2006) == ("rt0",)


def test_who_moved_away_before_a_split_stays_with_the_rt_that_goes_on_and_is_told():
    split_day, moved_day, end = date(2022, 1, 1), date(2021, 1, 1), date(2024, 1, 1)
    editions = [plain("a", until=split_day), plain("a", split_day), plain("b", split_day), plain("c")]
    passed = [Succession("split", "a", "a", split_day), Succession("split", "a", "b", split_day)]
    lives = [Placement("h", "a", START, moved_day), Placement("h", "c", moved_day)]
    borders = Borders.of(editions, passed, lives)
    before = borders.sums_on([Fact("h", START, 5)], end)
    assert (before.by_area, before.by_default) == ({"a": 5}, 5)
    after = borders.sums_on([Fact("h", moved_day, 5)], end)
    assert (after.by_area, after.by_default) == ({"c": 5}, 0)


def test_a_closed_rt_passes_on_what_nobody_chose_for():
    first, second, end = date(2021, 1, 1), date(2022, 1, 1), date(2024, 1, 1)
    editions = [plain("a", until=first), plain("b", first, second), plain("c", second)]
    passed = [Succession("recode", "a", "b", first), Succession("merge", "b", "c", second)]
    borders = Borders.of(editions, passed, [Placement("h", "a", START, date(2020, 6, 1))])
    assert borders.sums_on([Fact("h", START, 5)], end).by_area == {"c": 5}
    assert borders.sums_on([Fact("h", START, 5)], first).by_area == {"b": 5}
    assert borders.sums_on([Fact("h", START, 5)], end).by_default == 0
    assert borders.successors("a", end) == ("c",)
    assert borders.successors("never", end) == ()


def test_facts_out_of_place_are_refused():
    borders = Borders.of([plain("a")], [], [Placement("h", "a", START)])
    with pytest.raises(FactOutOfPlace, match="household_not_placed"):
        borders.sums_then([Fact("h", START - timedelta(days=1), 1)])
    with pytest.raises(FactOutOfPlace, match="household_not_placed"):
        borders.sums_on([Fact("stranger", START, 1)], START)
    with pytest.raises(FactOutOfPlace, match="borders_before_fact"):
        borders.sums_on([Fact("h", date(2021, 1, 1), 1)], START)


LATER, LAST = date(2021, 1, 1), date(2022, 1, 1)


@pytest.mark.parametrize(
    ("editions", "successions", "code"),
    [
        ([plain("a", LATER, START)], [], "edition_backward"),
        ([plain("a", START, START)], [], "edition_backward"),
        ([plain("a"), plain("a", LATER)], [], "editions_overlap"),
        ([plain("a", START, LAST), plain("a", LATER)], [], "editions_overlap"),
        ([plain("a", START, LATER), plain("a", LAST)], [], "edition_gap"),
        ([plain("a", parent="b")], [], "parent_missing"),
        ([plain("a", parent="b"), plain("b", LATER)], [], "parent_missing"),
        ([plain("a", parent="b"), plain("b", START, LATER)], [], "parent_missing"),
        ([plain("a", parent="b"), plain("b", START, LATER), plain("b", LAST)], [], "parent_missing"),
        ([plain("a", parent="a")], [], "parent_loop"),
        ([plain("a", parent="b"), plain("b", START, LATER), plain("b", LATER, parent="a")], [], "parent_loop"),
        ([plain("a")], [Succession("merge", "a", "a", LATER)], "succession_to_itself"),
        ([plain("b")], [Succession("split", "a", "b", LATER)], "source_unknown"),
        ([plain("a", LATER), plain("b", LATER)], [Succession("split", "a", "b", START)], "succession_backward"),
        ([plain("a", LATER), plain("b")], [Succession("recode", "a", "b", LATER)], "succession_backward"),
        (
            [plain("a", START, LATER), plain("b", START, LATER)],
            [Succession("merge", "a", "b", LATER)],
            "succession_backward",
        ),
        ([plain("a", START, LATER), plain("b", LAST)], [Succession("merge", "a", "b", LATER)], "target_not_in_force"),
        ([plain("a", START, LATER)], [Succession("merge", "a", "b", LATER)], "target_not_in_force"),
        ([plain("a"), plain("b", LATER)], [Succession("split", "a", "b", LATER)], "source_left_open"),
        ([plain("a"), plain("b")], [Succession("merge", "a", "b", LATER)], "source_left_open"),
        (
            [plain("a", START, LATER), plain("a", LATER), plain("b", START, LATER), plain("b", LATER)],
            [Succession("merge", "a", "b", LATER), Succession("merge", "b", "a", LATER)],
            "succession_loop",
        ),
    ],
)
def test_what_does_not_fit_is_told(editions, successions, code):
    assert code in {finding.code for finding in findings(editions, successions)}


@pytest.mark.parametrize(
    "successions",
    [
        [Succession("rename", "a", "a", LATER)],
        [Succession("transfer", "a", "b", LATER)],
        [Succession("transfer", "a", "b", LATER), Succession("transfer", "b", "a", LATER)],
        [Succession("split", "a", "a", LATER), Succession("split", "a", "b", LATER)],
    ],
)
def test_what_fits_is_left_alone(successions):
    editions = [plain("a", START, LATER), plain("a", LATER), plain("b", START, LATER), plain("b", LATER)]
    assert findings(editions, successions) == ()


def test_a_household_counted_twice_or_nowhere_is_told():
    editions = [plain("a", START, LATER), plain("b")]
    twice = placement_findings([Placement("h", "b", START), Placement("h", "b", LATER)], editions)
    assert [(f.code, f.area, f.on) for f in twice] == [("household_twice", "h", LATER)]
    nowhere = placement_findings([Placement("h", "a", START), Placement("g", "x", START, LATER)], editions)
    assert [(f.code, f.area, f.on, f.other) for f in nowhere] == [
        ("area_not_in_force", "g", START, "x"),
        ("area_not_in_force", "h", LATER, "a"),
    ]
    assert placement_findings([Placement("h", "a", START, LATER), Placement("h", "b", LATER)], editions) == ()


def test_the_tree_of_each_day():
    editions = [
        plain("desa"),
        plain("a", START, LATER, "desa"),
        plain("a", LATER, None, "rw"),
        plain("rw", LATER, None, "desa"),
    ]
    first, second = tree(editions, START), tree(editions, LATER)
    assert (first.roots, first.children("desa"), first.ancestors("a")) == (("desa",), ("a",), ("desa",))
    assert (second.children("desa"), second.ancestors("a")) == (("rw",), ("rw", "desa"))
    assert sorted(second.descendants("desa")) == ["a", "rw"]
    assert second.descendants("a") == ()
    assert tree(editions, START - timedelta(days=1)).roots == ()


def test_a_broken_tree_is_still_walked():
    editions = [plain("a", parent="b"), plain("b", parent="a"), plain("c", parent="gone")]
    drawn = tree(editions, START)
    assert drawn.ancestors("a") == ("b",)
    assert set(drawn.descendants("a")) == {"a", "b"}
    assert drawn.roots == ("c",)
