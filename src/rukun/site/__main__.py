"""The front door of the command line: finds the command, connects as the right role, runs it, speaks plainly."""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module

import django

from rukun.kit.problems import Problem
from rukun.site.commands import COMMANDS, listing
from rukun.site.commands.parsing import Parser


def main(words: list[str]) -> int:
    if not words or words[0] in {"-h", "--help", "help"}:
        print(listing())
        return 0
    name, *rest = words
    if name not in COMMANDS:
        print(f"Perintah {name!r} tidak ada. · There is no command {name!r}.\n\n{listing()}", file=sys.stderr)
        return 2
    return _run(name, rest)


def _run(name: str, rest: list[str]) -> int:
    held = COMMANDS[name]
    if held.role:
        os.environ["RUKUN_AS"] = held.role
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rukun.site.settings")
        django.setup()
    module = import_module(f"rukun.site.commands.{held.module}")
    parser = Parser(prog=f"./rukun {name}", description=f"{held.said} · {held.english}")
    parser.set_defaults(command=name)
    module.arguments(parser)
    try:
        options, extra = parser.parse_known_args(rest)
        if extra and not getattr(options, "takes_more", False):
            parser.error(f"tidak dikenal: {' '.join(extra)}")
        options.extra = extra
        return module.run(options)
    except Problem as problem:
        return _tell(problem, as_json="--json" in rest)
    except OSError as error:
        trouble = Problem("site.file_trouble", file=error.filename or "?", message=error.strerror or str(error))
        return _tell(trouble, as_json="--json" in rest)
    except KeyboardInterrupt:
        print("\nDihentikan. · Stopped.", file=sys.stderr)
        return 130


def _tell(problem: Problem, *, as_json: bool) -> int:
    """A problem on the command line is the same letter as on a page; scripts get its code and details."""
    letters = import_module("rukun.site.letters")
    sentence = letters.spoken(problem)
    if as_json:
        print(json.dumps({"ok": False, "problem": problem.code, "details": problem.details}, default=str))
    print(f"{sentence.what}\n{sentence.why}\n→ {sentence.now}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
