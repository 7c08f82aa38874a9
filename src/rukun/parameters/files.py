"""The YAML files beside this code, and a view on their content that refuses by letter what is not as it should be."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from importlib import resources
from typing import Any

import yaml

from rukun.kit.problems import Problem

_KEY = re.compile(r"[a-z0-9_]+(?:/[a-z0-9_]+)*", re.ASCII)


class _Loader(yaml.SafeLoader):
    """Plain YAML, except that a key written twice in one mapping is refused instead of silently winning."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = next((key for place, key in enumerate(keys) if key in keys[:place]), None)
        if twice is not None:
            raise yaml.constructor.ConstructorError(None, None, f"twice: {twice}", node.start_mark)
        return super().construct_mapping(node, deep)


def shipped(key: str) -> str:
    """The text of a shipped file, by its key. Raises Problem `parameters.unknown_key`."""
    root = resources.files("rukun.parameters")
    file = root.joinpath(*f"{key}.yaml".split("/")) if _KEY.fullmatch(key) else None
    if file is None or not file.is_file():
        raise Problem("parameters.unknown_key", key=key)
    return file.read_text(encoding="utf-8")


def keys_in(folder: str) -> tuple[str, ...]:
    """The keys of the shipped files directly in a folder, in order."""
    names = (entry.name for entry in resources.files("rukun.parameters").joinpath(folder).iterdir())
    return tuple(sorted(f"{folder}/{name.removesuffix('.yaml')}" for name in names if name.endswith(".yaml")))


def parsed(text: str, file: str) -> "Entry":
    """The content of a YAML text. Raises Problem `parameters.not_yaml` with the line."""
    try:
        return Entry(file, "", yaml.load(text, Loader=_Loader))  # noqa: S506 (it is a SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise Problem("parameters.not_yaml", file=file, line=line, cause=error.problem or "?") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise Problem("parameters.not_yaml", file=file, line=0, cause=str(error)) from error


def line_of(text: str, path: str) -> int:
    """The line, from 1, of a place in a YAML text that can be read; of what is absent, where it should have stood."""
    node, line = yaml.compose(text, Loader=_Loader), 1
    for step in path.strip("/").split("/"):
        found = _step(node, step)
        if found is None:
            break
        node, line = found
    return line


def _step(node: Any, step: str) -> tuple[Any, int] | None:
    """What stands under a word or a number from 1, with its line."""
    if isinstance(node, yaml.MappingNode):
        return next((
            (value, key.start_mark.line + 1) for key, value in node.value if key.value == step
        ), None)  # fmt: skip
    if isinstance(node, yaml.SequenceNode) and step.isdecimal() and 0 < int(step) <= len(node.value):
        value = node.value[int(step) - 1]
        return value, value.start_mark.line + 1
    return None


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in a file: its path there and what stands at it. Every reading method raises Problem
    `parameters.wrong_shape` (file, path, wanted) when something else stands there."""

    file: str
    path: str
    value: Any

    def wrong(self, wanted: str) -> Problem:
        """The letter for this place."""
        return Problem("parameters.wrong_shape", file=self.file, path=self.path or "/", wanted=wanted)

    def only(self, *names: str) -> None:
        """Refuses a mapping with words beside these: a slip of the pen must not pass for an absent word."""
        strange = sorted(str(name) for name in self.mapping() if name not in names)
        if strange:
            raise Entry(self.file, f"{self.path}/{strange[0]}", None).wrong(f"tidak dikenal; {', '.join(names)}")

    def mapping(self) -> Mapping[Any, Any]:
        if not isinstance(self.value, dict):
            raise self.wrong("pasangan nama: nilai")
        return self.value

    def has(self, name: str) -> bool:
        return self.mapping().get(name) is not None

    def at(self, name: str) -> "Entry":
        return Entry(self.file, f"{self.path}/{name}", self.mapping().get(name))

    def items(self) -> Iterator[tuple[Any, "Entry"]]:
        for name, value in self.mapping().items():
            yield name, Entry(self.file, f"{self.path}/{name}", value)

    def each(self) -> Iterator["Entry"]:
        if not isinstance(self.value, list):
            raise self.wrong("daftar")
        for place, value in enumerate(self.value, start=1):
            yield Entry(self.file, f"{self.path}/{place}", value)

    def text(self, default: str | None = None) -> str:
        if self.value is None and default is not None:
            return default
        if not isinstance(self.value, str) or not self.value.strip():
            raise self.wrong("tulisan")
        return " ".join(self.value.split())

    def day(self) -> date:
        if type(self.value) is not date:
            raise self.wrong("tanggal seperti 2026-01-12")
        return self.value

    def whole(self) -> int:
        if type(self.value) is not int:
            raise self.wrong("bilangan bulat")
        return self.value

    def number(self) -> int | Decimal:
        if type(self.value) not in (int, float):
            raise self.wrong("bilangan")
        return self.value if isinstance(self.value, int) else Decimal(str(self.value))

    def one_of(self, words: tuple[str, ...], default: str | None = None) -> str:
        value = default if self.value is None and default is not None else self.value
        if value not in words:
            raise self.wrong(" | ".join(words))
        return str(value)
