"""Every code raised in kit and parameters has its letter, and every letter gets the values it speaks of."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from rukun import kit, parameters
from rukun.kit import letters, sheet
from rukun.kit.sheet import problems as sheet_problems
from rukun.parameters import problems as parameter_problems

CATALOGUES = (letters.CATALOGUE, sheet.CATALOGUE, parameters.CATALOGUE)
KNOWN = {code: sentence for catalogue in CATALOGUES for code, sentence in catalogue.items()}
RETIRED = letters.RETIRED | sheet_problems.RETIRED | parameter_problems.RETIRED
FOLDERS = [Path(package.__file__).parent for package in (kit, parameters)]


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    for path in (path for folder in FOLDERS for path in sorted(folder.rglob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                yield f"{path.name}:{node.lineno}", node


def codes_of(call: ast.Call) -> list[str]:
    first = call.args[0]
    options = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
    return [option.value for option in options if isinstance(option, ast.Constant)]


RAISED = [(where, code, call) for where, call in calls("Problem") for code in codes_of(call)]
FOUND = [(where, code) for where, call in calls("Finding") for code in codes_of(call)]


def test_the_search_sees_the_code() -> None:
    assert len(RAISED) > 25
    assert len(FOUND) > 10


@pytest.mark.parametrize(("where", "code", "call"), RAISED, ids=lambda value: value if isinstance(value, str) else "")
def test_a_raised_problem_has_a_letter_with_all_its_values(where: str, code: str, call: ast.Call) -> None:
    given = {keyword.arg for keyword in call.keywords}
    assert code in KNOWN, where
    assert KNOWN[code].names() <= given, where


@pytest.mark.parametrize(("where", "code"), FOUND)
def test_a_finding_has_a_letter(where: str, code: str) -> None:
    assert code in KNOWN, where


def test_a_letter_nobody_sends_is_retired_and_a_retired_one_is_not_sent() -> None:
    sent = {code for _, code, _ in RAISED} | {code for _, code in FOUND}
    assert KNOWN.keys() - sent == RETIRED


def test_no_two_catalogues_share_a_code() -> None:
    assert len(KNOWN) == sum(map(len, CATALOGUES))


@pytest.mark.parametrize("code", KNOWN)
def test_letters_are_short_and_say_what_to_do(code: str) -> None:
    sentence = KNOWN[code]
    for part in (sentence.what, sentence.why, sentence.now):
        assert 1 <= len(part.split()) <= 30
        assert part.endswith((".", "}", "?"))
