"""Properties of the menu check, whatever the menu and the proposal."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rukun.rules.menu import Blocked, Draft, Fact, Limit, Menu, MenuEntry, Outcome, check, suggest

CODES = ("jalan", "air", "pos")
WORDS = st.sampled_from(["jalan", "honor", "sumur bor", "seragam", "pos kamling", "مسجد", "ᬩᬮᬶ", "d'Art"])
FACTS = st.lists(st.builds(Fact, st.sampled_from(["hibah", "lahan"]), st.just("?"), st.booleans()), max_size=2)
RUPIAH = st.integers(1, 10**9)
ENTRIES = st.builds(
    MenuEntry,
    st.sampled_from(CODES),
    st.sampled_from(["fisik", "sosial"]),
    WORDS,
    st.lists(WORDS, max_size=2).map(tuple),
    FACTS.map(tuple),
    st.none() | RUPIAH,
    st.just("Pasal 7"),
)
MENUS = st.builds(
    Menu,
    st.lists(ENTRIES, max_size=3, unique_by=lambda entry: entry.code).map(tuple),
    st.lists(st.builds(Blocked, WORDS, WORDS, st.tuples(WORDS), st.just("x"), st.just("Pasal 9")), max_size=2).map(
        tuple
    ),
    st.lists(st.builds(Limit, st.just("fisik"), st.just("Fisik"), RUPIAH), max_size=1).map(tuple),
    st.none() | RUPIAH,
)
DRAFTS = st.builds(
    Draft,
    st.lists(WORDS, max_size=4).map(" ".join) | st.text(max_size=120),
    st.sampled_from((*CODES, "", "lain")),
    st.none() | RUPIAH,
    st.dictionaries(st.sampled_from(["hibah", "lahan"]), st.booleans()),
)


@given(DRAFTS, MENUS)
def test_the_outcome_is_the_gravest_reason(draft, menu):
    verdict = check(draft, menu)
    order = list(Outcome)
    gravest = max((reason.outcome for reason in verdict.reasons), key=order.index, default=Outcome.ALLOWED)
    assert verdict.outcome == gravest
    ranks = [order.index(reason.outcome) for reason in verdict.reasons]
    assert ranks == sorted(ranks, reverse=True)


@given(DRAFTS, MENUS)
def test_what_is_allowed_breaks_nothing(draft, menu):
    verdict = check(draft, menu)
    if verdict.outcome == Outcome.ALLOWED:
        entry = menu.entry(draft.entry)
        assert entry is not None
        assert all(draft.answers[fact.key] is fact.wanted for fact in entry.facts)
        if draft.cost is not None:
            bounds = [menu.ceiling, entry.most, getattr(menu.limit(entry.cluster), "most", None)]
            assert all(bound is None or draft.cost <= bound for bound in bounds)


@given(DRAFTS, MENUS, RUPIAH)
def test_a_lower_cost_never_makes_it_worse(draft, menu, less):
    cost = draft.cost or less
    order = list(Outcome)
    dear = check(replace(draft, cost=cost), menu)
    cheap = check(replace(draft, cost=max(1, cost - less)), menu)
    assert order.index(cheap.outcome) <= order.index(dear.outcome)


@given(DRAFTS, MENUS)
def test_a_menu_that_blocks_nothing_and_knows_no_bound_only_asks(draft, menu):
    bare = replace(
        menu, blocked=(), limits=(), ceiling=None, entries=tuple(replace(e, most=None) for e in menu.entries)
    )
    assert all(
        reason.code in {"kind_not_said", "kind_unknown", "fact_missing", "fact_against"}
        for reason in check(draft, bare).reasons
    )


@given(DRAFTS, MENUS, st.integers(1, 4))
def test_suggestions_are_few_known_and_explained(draft, menu, most):
    found = suggest(draft.title, menu, most=most)
    assert len(found) <= most
    assert all(menu.entry(each.code) and each.words for each in found)


def test_a_blocked_word_inside_another_word_blocks_nothing():
    menu = Menu(blocked=(Blocked("honor", "Honor", ("honor",), "x"),))
    assert "blocked_word" not in {reason.code for reason in check(Draft("Honorarium"), menu).reasons}
