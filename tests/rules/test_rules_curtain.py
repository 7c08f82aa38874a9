"""Counts of places beside one another: what is small is hidden, and what would give it away."""

from rukun.rules.disclosure import curtain


def test_a_place_of_which_nothing_is_known_hides_nothing_and_is_not_hidden():
    told = {
        1: {"open": 0, "closed": 0, "unknown": 71},
        2: {"open": 8, "closed": 44, "unknown": 5},
        3: {"open": 30, "closed": 44, "unknown": 50},
        4: {"open": 0, "closed": 0, "unknown": 0},
    }
    found = curtain(told, threshold=10, unknown="unknown")
    assert found[1] == told[1]
    assert found[4] == told[4]
    assert found[2]["open"] is None
    assert None in found[3].values()


def test_large_counts_stand_as_they_are():
    told = {1: {"a": 40, "b": 60}, 2: {"a": 30, "b": 97}}
    assert curtain(told, threshold=10) == told
    assert curtain({}, threshold=10) == {}
