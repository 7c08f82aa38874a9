"""The product and the judge count the same elections: every byte of the result file is the same."""

import pytest
from hypothesis import given, settings
from tests.rules.allocation_drawn import (
    WAYS,
    full,
    is_sound,
    methods,
    neighbourhood,
    plain,
    resample,
    seed,
)
from tests.rules.allocation_judge import judged_bytes
from tests.rules.allocation_reference import read, reference

from rukun.kit.problems import Problem
from rukun.rules.allocation import Ballot, Election, Method, Project, Share, count

RESAMPLES = 1_000
SHARES = [Method(*way) for way in WAYS if way[0] == "equal-shares" and way[2] == "none"]
OTHERS = [Method(*way) for way in WAYS if way[0] in ("phragmen", "greedy-votes", "greedy-value")]
OVERSPENDING = [Method(*way) for way in WAYS if way[0] == "bos"]
COMPLETED = [Method(*way) for way in WAYS if way[2] != "none"]
STEP = 500_000  # rupiah: a coarser unit keeps the steps of the judge few


def check(election, method):
    assert count(election, method).as_bytes() == judged_bytes(election, method), (election, method)


@pytest.mark.parametrize("way", WAYS, ids="-".join)
@given(election=plain())
@settings(max_examples=25)
def test_plain_elections_of_many_ties(way, election):
    check(election, Method(*way))


@given(election=full(), method=methods())
@settings(max_examples=250)
def test_elections_with_all_they_may_carry(election, method):
    if is_sound(election, method):
        check(election, method)
    else:
        with pytest.raises(Problem, match=r"allocation\.share"):
            count(election, method)


def test_a_work_turned_away_for_a_share_is_told_so_and_no_group_can_claim_it():
    """ "lampu" is turned away first, for the children's share; in the end nothing would be left for it anyway."""
    projects = (Project("lampu", 3), Project("dongeng", 0, "", ("anak",)), Project("paud", 10, "", ("anak",)))
    sheets = (Ballot(("dongeng", "lampu", "paud"), (1, 2, 1), weight=2), Ballot((), weight=2))
    election = Election(projects, sheets, 12, shares=(Share("anak", at_least=3),))
    method = Method(utility="cardinality")
    check(election, method)
    outcome = count(election, method)
    assert outcome.reasons["lampu"].code == "kept_for_share"
    assert outcome.certificate["ejr_plus"]["holds"]


def test_neighbourhoods_of_our_own_making():
    """A thousand of an RT's size: fixed budgets to the rupiah, completions in coarser steps."""
    chance = seed("neighbourhoods")
    for number in range(RESAMPLES):
        election = neighbourhood(chance)
        check(election, SHARES[number % 2])
        check(election, OTHERS[number % 3])
        if number % 10 == 0:
            check(election, OVERSPENDING[number // 10 % 2])
        if number % 5 == 0:
            check(neighbourhood(chance, STEP), COMPLETED[number // 5 % len(COMPLETED)])


@pytest.mark.shared
def test_neighbourhoods_drawn_from_real_elections(shared_data):
    chance, folder = seed("real neighbourhoods"), shared_data / "pabulib"
    ticked = [name for name, outcomes in reference(folder).items() if "mes_cost" in outcomes]
    small = [name for name in ticked if (folder / f"{name}.gz").stat().st_size < 8_000]
    for name in chance.sample(small, 20):
        real = read(folder, name).election
        for number in range(5):
            election = resample(chance, real)
            for method in (*SHARES, *OTHERS, OVERSPENDING[number % 2]):
                check(election, method)
            check(resample(chance, real, STEP), COMPLETED[chance.randrange(len(COMPLETED))])


def test_the_steps_end_when_all_that_is_not_chosen_was_turned_away():
    """ "taman" would leave the children too little; once "paud" is paid, more money for everyone changes nothing."""
    projects = (Project("taman", 3), Project("paud", 10, "", ("anak",)))
    both = ("taman", "paud")
    sheets = (Ballot(both, (1, 1), weight=2), Ballot(both, (2, 2)), Ballot(()))
    election = Election(projects, sheets, 10, shares=(Share("anak", at_least=3),))
    check(election, Method())
    assert count(election, Method()).certificate["steps"] == 1
