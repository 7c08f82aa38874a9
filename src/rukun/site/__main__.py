"""The front door of the command line: finds the command, connects as the right role, runs it, speaks plainly."""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module

import django
import psycopg
from django.apps import apps
from django.db import Error

from rukun.kit.problems import Problem, Sentence, letter
from rukun.site.commands import COMMANDS, Command, listing
from rukun.site.commands.parsing import Parser
from rukun.site.problems import CATALOGUE

NOT_PREPARED = (psycopg.errors.UndefinedTable, psycopg.errors.UndefinedColumn)
GONE = ("08", "28", "53300", "57P")
"""How the codes of a server begin that is not there, does not let us in, is full, or is closing."""


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
    try:
        return _obey(name, COMMANDS[name], rest)
    except Problem as problem:
        return _tell(problem, as_json="--json" in rest)
    except (psycopg.Error, Error) as error:
        return _tell(_of_database(error), as_json="--json" in rest)
    except OSError as error:
        trouble = Problem("site.file_trouble", file=error.filename or "?", message=error.strerror or str(error))
        return _tell(trouble, as_json="--json" in rest)
    except KeyboardInterrupt:
        print("\nDihentikan. · Stopped.", file=sys.stderr)
        return 130


def _obey(name: str, held: Command, rest: list[str]) -> int:
    if held.role:
        os.environ["RUKUN_AS"] = held.role
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rukun.site.settings")
        django.setup()
    module = import_module(f"rukun.site.commands.{held.module}")
    parser = Parser(prog=f"./rukun {name}", description=f"{held.said} · {held.english}")
    parser.set_defaults(command=name)
    module.arguments(parser)
    options, extra = parser.parse_known_args(rest)
    if extra and not getattr(options, "takes_more", False):
        parser.error(f"tidak dikenal: {' '.join(extra)}")
    options.extra = extra
    return module.run(options)


def _of_database(error: Exception) -> Problem:
    """What a server that fails us says, as a letter; a fault of ours stays what it is and is raised again."""
    cause = error if isinstance(error, psycopg.Error) else error.__cause__
    if not isinstance(cause, (psycopg.OperationalError, psycopg.InterfaceError, *NOT_PREPARED)):
        raise error
    message = " ".join((cause.diag.message_primary or str(cause)).split()).rstrip(".?")
    if isinstance(cause, NOT_PREPARED):
        return Problem("site.database_unprepared", message=message)
    is_gone = cause.sqlstate is None or cause.sqlstate.startswith(GONE)
    return Problem("site.database_down" if is_gone else "site.database_stopped", message=message)


def _tell(problem: Problem, *, as_json: bool) -> int:
    """A problem on the command line is the same letter as on a page; scripts get its code and details."""
    sentence = _spoken(problem)
    if as_json:
        print(json.dumps({"ok": False, "problem": problem.code, "details": problem.details}, default=str))
    print(f"{sentence.what}\n{sentence.why}\n→ {sentence.now}", file=sys.stderr)
    return 1


def _spoken(problem: Problem) -> Sentence:
    """In the reader's language once the house stands; without its ground, as the letter was written."""
    if apps.ready:
        return import_module("rukun.site.letters").spoken(problem)
    return letter(problem, CATALOGUE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
