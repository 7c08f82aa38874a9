"""A juknis that contradicts itself is refused before anyone plans by it. Its letters name place and article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from rukun.kit.problems import Problem
from rukun.parameters.juknis.parts import Source
from rukun.parameters.juknis.soundness_money import codes, refuse_unsound_money
from rukun.parameters.juknis.types import Cluster, Juknis, Step, StepKind

WHOLE = Decimal(100)
KINDS = frozenset(kind.value for kind in StepKind)


def refuse_unsound(juknis: Juknis) -> None:
    """Raises the first Problem found: juknis.twice, juknis.step_backwards, juknis.steps_out_of_order,
    juknis.share_crossed, juknis.shares_too_big, juknis.shares_too_small, juknis.unknown_cluster,
    juknis.no_such_answer, juknis.too_many_needed, juknis.allowed_and_blocked, juknis.second_quorum_higher,
    and those of its money."""
    _codes_once(juknis)
    _steps_in_order(juknis)
    _shares_fit(juknis)
    _menu_stands(juknis)
    _quiz_can_be_passed(juknis)
    _second_call_is_easier(juknis)
    refuse_unsound_money(juknis)


def _codes_once(juknis: Juknis) -> None:
    named: dict[str, list[str]] = {
        "steps": [each.key for each in juknis.steps],
        "clusters": [each.key for each in juknis.clusters],
        "menu": [each.code for each in juknis.menu] + [each.code for each in juknis.blocked],
        "meeting/groups": [each.key for each in juknis.meeting.groups],
        "choosing/ways": list[str](juknis.choosing.ways),
    }
    others = [each.key for each in juknis.steps if each.kind is StepKind.OTHER and each.key in KINDS]
    named["steps/kind"] = [each.mark for each in juknis.steps] + others
    for place, words in (named | codes(juknis)).items():
        if twice := _twice(words):
            raise Problem("juknis.twice", file=juknis.key, place=place, word=twice)


def _twice(words: Iterable[str]) -> str:
    return next((word for word, count in Counter(words).items() if count > 1), "")


def _steps_in_order(juknis: Juknis) -> None:
    last: Step | None = None
    for step in juknis.steps:
        if step.since and step.until and step.until < step.since:
            raise Problem(
                "juknis.step_backwards", file=juknis.key, article=step.source.said, step=step.label,
                since=step.since, until=step.until,
            )  # fmt: skip
        if step.since is None:
            continue
        if last and last.since and step.since < last.since:
            raise Problem(
                "juknis.steps_out_of_order",
                file=juknis.key,
                article=step.source.said,
                step=step.label,
                before=last.label,
            )
        last = step


def _shares_fit(juknis: Juknis) -> None:
    for cluster in juknis.clusters:
        if _least(cluster) > _most(cluster):
            raise Problem("juknis.share_crossed", file=juknis.key, article=cluster.source.said, cluster=cluster.label)
    least, most = sum(map(_least, juknis.clusters)), sum(map(_most, juknis.clusters))
    article = next((each.source for each in juknis.clusters if each.source != Source()), Source())
    if least > WHOLE:
        raise Problem("juknis.shares_too_big", file=juknis.key, article=article.said, total=str(least))
    if juknis.clusters and most < WHOLE:
        raise Problem("juknis.shares_too_small", file=juknis.key, article=article.said, total=str(most))


def _least(cluster: Cluster) -> Decimal:
    return Decimal(cluster.limit.at_least or 0)


def _most(cluster: Cluster) -> Decimal:
    return WHOLE if cluster.limit.at_most is None else Decimal(cluster.limit.at_most)


def _menu_stands(juknis: Juknis) -> None:
    for entry in juknis.menu:
        if juknis.cluster(entry.cluster) is None:
            raise Problem(
                "juknis.unknown_cluster",
                file=juknis.key,
                article=entry.source.said,
                entry=entry.code,
                cluster=entry.cluster,
            )
    allowed = {word.casefold(): entry.code for entry in juknis.menu for word in entry.words}
    for ban in juknis.blocked:
        if both := next((word for word in ban.words if word.casefold() in allowed), ""):
            raise Problem(
                "juknis.allowed_and_blocked", file=juknis.key, article=ban.source.said, word=both,
                entry=allowed[both.casefold()], blocked=ban.code,
            )  # fmt: skip


def _quiz_can_be_passed(juknis: Juknis) -> None:
    questions = juknis.readiness.questions
    for question in questions:
        if not 0 <= question.right < len(question.choices):
            raise Problem(
                "juknis.no_such_answer", file=juknis.key, article=question.source.said, question=question.text
            )
    if (juknis.readiness.needed or 0) > len(questions):
        raise Problem("juknis.too_many_needed", file=juknis.key, needed=juknis.readiness.needed, asked=len(questions))


def _second_call_is_easier(juknis: Juknis) -> None:
    first, second = juknis.meeting.quorum, juknis.meeting.second_quorum
    if first is not None and second is not None and Decimal(second) > Decimal(first):
        raise Problem(
            "juknis.second_quorum_higher",
            file=juknis.key,
            article=juknis.meeting.source.said,
            first=first,
            second=second,
        )
