"""A juknis: read strictly, refused by letter where it contradicts itself, frozen and thawed without a change."""

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from rukun.kit.problems import Problem, letter
from rukun.parameters import CATALOGUE, juknis
from rukun.parameters.files import shipped
from rukun.parameters.juknis import (
    Answers,
    Cluster,
    Juknis,
    Limit,
    MeetingRules,
    Source,
    Step,
    StepKind,
    as_document,
    from_document,
)

DEMO, KUKAR = "juknis/contoh_rekaan_2026", "juknis/kukar_rtku_2026"
FIRST = date(2026, 3, 1)
HELD = juknis.load(DEMO)


def refused(call, *args, **kwargs) -> Problem:
    with pytest.raises(Problem) as caught:
        call(*args, **kwargs)
    letter(caught.value, CATALOGUE, strict=True)
    return caught.value


def changed(**parts: Any) -> str:
    """The demo's file with some of its parts otherwise."""
    return yaml.safe_dump(yaml.safe_load(shipped(DEMO)) | parts)


def part(name: str) -> Any:
    return yaml.safe_load(shipped(DEMO))[name]


def read(**parts: Any) -> Juknis:
    return juknis.read(changed(**parts), "juknis/uji")


def test_the_shipped_juknis_of_kukar_invents_nothing() -> None:
    assert {DEMO, KUKAR} <= set(juknis.keys())
    kukar = juknis.load(KUKAR)
    assert (kukar.ceiling, kukar.meeting, kukar.blocked, kukar.readiness.questions) == (
        150_000_000,
        MeetingRules(),
        (),
        (),
    )
    assert not any(cluster.limit.is_known for cluster in kukar.clusters)
    assert all(part.source.text.startswith("https://") for part in (*kukar.clusters, *kukar.menu, *kukar.steps))


def test_the_demo_has_an_answer_to_everything_and_no_real_article() -> None:
    demo = juknis.load(DEMO)
    assert juknis.unknown(demo) == ()
    assert "rekaan" in demo.regulation
    assert {step.kind for step in demo.steps} == set(StepKind)


@settings(max_examples=15)
@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_a_calendar_counted_in_days_moves_with_its_first_day(first: date) -> None:
    demo, moved = HELD, juknis.load(DEMO, begins=first)
    shift = first - demo.since
    assert (moved.year, moved.since) == (first.year, first)
    assert [(step.since, step.until) for step in moved.steps] == [
        (step.since + shift, step.until + shift) for step in demo.steps
    ]


def test_a_calendar_of_dates_does_not_move() -> None:
    assert juknis.load(KUKAR, begins=FIRST) == juknis.load(KUKAR)


STEPS = [
    {"key": "a", "kind": "mapping", "label": "Peta", "actor": "rt", "since": 5, "until": 9, "source": {"article": "Pasal 3"}},
    {"key": "b", "kind": "needs", "label": "Masalah", "actor": "rt", "since": 7, "until": 12, "source": {"article": "Pasal 4"}},
]  # fmt: skip


def shares(*limits: Any) -> list[dict[str, Any]]:
    return [
        {"key": f"c{n}", "label": f"Bidang {n}", "limit": limit, "source": {"article": "Pasal 5"}}
        for n, limit in enumerate(limits)
    ]


def question(**changes: Any) -> dict[str, Any]:
    asked = {
        "text": "Siapa?",
        "choices": ["Warga", "Ketua"],
        "right": "Warga",
        "why": "x",
        "source": {"article": "Pasal 10"},
    }
    return {"questions": [asked | changes]}


REFUSALS: list[tuple[str, str, dict[str, Any]]] = [
    ("juknis.step_backwards", "Pasal 3", {"steps": [STEPS[0] | {"until": 4}]}),
    ("juknis.steps_out_of_order", "Pasal 4", {"steps": [STEPS[0], STEPS[1] | {"since": 4}]}),
    ("juknis.shares_too_big", "Pasal 5", {"clusters": shares({"at_least": 60}, {"at_least": 40.5}), "menu": []}),
    ("juknis.shares_too_small", "Pasal 5", {"clusters": shares({"at_most": 60}, {"at_most": "39.9"}), "menu": []}),
    ("juknis.share_crossed", "Pasal 5", {"clusters": shares({"at_least": 60, "at_most": 40}), "menu": []}),
    ("juknis.unknown_cluster", "Pasal 6", {"menu": [{"code": "Z", "cluster": "langit", "label": "Z", "source": {"article": "Pasal 6"}}]}),
    ("juknis.no_such_answer", "Pasal 10", {"readiness": question(right="Camat")}),
    ("juknis.no_such_answer", "Pasal 10", {"readiness": question(right=2)}),
    ("juknis.second_quorum_higher", "Pasal 14", {"meeting": {"quorum": 50, "second_quorum": 60, "source": {"article": "Pasal 14"}}}),
    ("juknis.allowed_and_blocked", "Pasal 7", {"blocked": [{"code": "X", "label": "X", "words": ["JALAN"], "reason": "x", "source": {"article": "Pasal 7"}}]}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "article", "parts"), REFUSALS, ids=[f"{row[0]}-{n}" for n, row in enumerate(REFUSALS)]
)
def test_a_contradiction_is_refused_and_names_its_article(code: str, article: str, parts: dict[str, Any]) -> None:
    problem = refused(read, **parts)
    assert (problem.code, problem.details["article"]) == (code, article)


TWICE: list[tuple[str, dict[str, Any]]] = [
    ("steps", {"steps": [STEPS[0], STEPS[1] | {"key": "a"}]}),
    ("steps/kind", {"steps": [STEPS[0], STEPS[1] | {"kind": "mapping"}]}),
    ("steps/kind", {"steps": [STEPS[0] | {"kind": "other", "key": "needs"}]}),
    ("clusters", {"clusters": [*part("clusters"), part("clusters")[0]]}),
    ("menu", {"menu": [*part("menu"), part("menu")[0]]}),
    ("menu", {"blocked": [*part("blocked"), part("blocked")[0] | {"code": "S1", "words": []}]}),
    ("choosing/ways", {"choosing": {"ways": ["usg", "usg"]}}),
]


@pytest.mark.parametrize(("place", "parts"), TWICE, ids=[f"{row[0]}-{n}" for n, row in enumerate(TWICE)])
def test_what_must_stand_once_stands_once(place: str, parts: dict[str, Any]) -> None:
    problem = refused(read, **parts)
    assert (problem.code, problem.details["place"]) == ("juknis.twice", place)


def test_more_right_answers_than_questions_cannot_be_asked() -> None:
    assert refused(read, readiness=question() | {"needed": 2}).code == "juknis.too_many_needed"


WRONG: list[tuple[str, dict[str, Any]]] = [
    ("/langit", {"langit": 1}),
    ("/steps/1/hari", {"steps": [STEPS[0] | {"hari": 1}]}),
    ("/steps/1/since", {"steps": [STEPS[0] | {"since": date(2026, 1, 1)}]}),
    ("/steps/1/since", {"steps": [STEPS[0] | {"since": -1}]}),
    ("/steps/1/kind", {"steps": [STEPS[0] | {"kind": "pesta"}]}),
    ("/steps/1/key", {"steps": [STEPS[0] | {"key": "Peta Sosial"}]}),
    ("/steps/1/actor", {"steps": [STEPS[0] | {"actor": "presiden"}]}),
    ("/ceiling", {"ceiling": 0}),
    ("/ceiling", {"ceiling": "banyak"}),
    ("/clusters/1/limit/at_least", {"clusters": shares({"at_least": "-5"})}),
    ("/clusters/1/limit/at_most", {"clusters": shares({"at_most": True})}),
    ("/meeting/quorum", {"meeting": {"quorum": "separuh"}}),
    ("/meeting/is_more_than", {"meeting": {"is_more_than": "ya"}}),
    ("/choosing/ways/1", {"choosing": {"ways": ["lempar koin"]}}),
    ("/answers/desa", {"answers": {"desa": 0}}),
    ("/since", {"since": "2026-13-40"}),
    ("/title", {"title": "  "}),
]


@pytest.mark.parametrize(("path", "parts"), WRONG, ids=[f"{row[0]}-{n}" for n, row in enumerate(WRONG)])
def test_what_is_not_as_it_should_be_is_named_by_its_place(path: str, parts: dict[str, Any]) -> None:
    problem = refused(read, **parts)
    assert (problem.code, problem.details["path"]) == ("parameters.wrong_shape", path)


@pytest.mark.parametrize("written", [110, 101, "100.01", 999])
def test_a_share_over_a_hundred_gets_its_own_letter(written: Any) -> None:
    problem = refused(read, clusters=shares({"at_least": written}))
    told = ("/clusters/1/limit/at_least", str(written))
    assert (problem.code, problem.details["path"], problem.details["written"]) == ("juknis.over_hundred", *told)


@pytest.mark.parametrize(
    "text", ["{", "- a", "[" * 3000, "a: 1\na: 2", ""], ids=["open", "list", "deep", "twice", "empty"]
)
def test_a_text_that_is_no_juknis_gets_a_letter(text: str) -> None:
    assert refused(juknis.read, text, "juknis/uji").code in {"parameters.not_yaml", "parameters.wrong_shape"}


PERCENTS = st.decimals(0, 100, places=2).map(str)
WORDS = (
    st.text("abcdefg AÉ«ꦲꦏ'\"", min_size=1, max_size=12).map(str.strip).filter(bool).map(lambda t: " ".join(t.split()))
)
SOURCES = st.builds(Source, st.sampled_from(["", "Pasal 1"]), st.sampled_from(["", "https://contoh.id/a"]))
DAYS = st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31))


@st.composite
def invented(draw: st.DrawFn) -> Juknis:
    """Any sound juknis built on the demo."""
    starts = sorted(draw(st.lists(st.integers(0, 200), max_size=5)))
    kinds = draw(st.permutations([kind for kind in StepKind if kind is not StepKind.OTHER]))
    steps = tuple(
        Step(f"langkah_{n}", kinds[n], draw(WORDS), draw(st.sampled_from(["rt", "desa"])), FIRST + timedelta(days=start),
             draw(st.none() | st.just(FIRST + timedelta(days=start + 9))), (), draw(SOURCES))
        for n, start in enumerate(starts)
    )  # fmt: skip
    clusters = tuple(
        Cluster(f"bidang_{n}", draw(WORDS), Limit(is_known=draw(st.booleans())), draw(SOURCES))
        for n in range(draw(st.integers(0, 4)))
    )
    return replace(
        HELD, key="juknis/uji", title=draw(WORDS), steps=steps, clusters=clusters, menu=(), blocked=(),
        ceiling=draw(st.none() | st.integers(1, 10**12)),
        meeting=MeetingRules(quorum=draw(st.none() | PERCENTS), notice_days=draw(st.none() | st.integers(0, 90))),
        answers=Answers(draw(st.none() | st.integers(1, 365)), None, draw(st.none() | st.integers(1, 365)), draw(SOURCES)),
        money=replace(HELD.money, caps=(), mandatory=()),
    )  # fmt: skip


@given(invented())
def test_frozen_as_json_and_thawed_it_is_the_same(found: Juknis) -> None:
    assert from_document(json.loads(json.dumps(as_document(found)))) == found


@pytest.mark.parametrize("key", juknis.keys())
def test_the_shipped_ones_survive_the_frost(key: str) -> None:
    held = juknis.load(key)
    assert from_document(json.loads(json.dumps(as_document(held)))) == held


def test_a_frozen_document_is_read_as_strictly_as_a_file() -> None:
    document = as_document(juknis.load(DEMO))
    assert refused(from_document, document | {"langit": 1}).code == "parameters.wrong_shape"
    assert refused(from_document, {}).code == "parameters.wrong_shape"


@given(PERCENTS, st.integers(1, 10**12))
def test_a_share_in_rupiah_is_reached_and_never_passed(percent: str, ceiling: int) -> None:
    limit = Limit(percent, percent)
    least, most = limit.least_of(ceiling), limit.most_of(ceiling)
    assert least is not None
    assert most is not None
    assert most <= least <= most + 1


def test_a_step_is_known_by_its_kind_whatever_it_is_called() -> None:
    other = Step("papan", StepKind.OTHER, "Papan", "rt", None, None)
    mapping = Step("pemetaan", StepKind.MAPPING, "Pemetaan", "rt", None, None)
    assert (other.mark, mapping.mark) == ("papan", "mapping")
