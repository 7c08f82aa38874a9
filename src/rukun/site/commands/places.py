"""What a command is about: the file it was given, the area it names, and the transaction in which it sees all of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from django.db import connection, transaction

from rukun.kit.areacodes import parse
from rukun.kit.problems import Problem
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.walls import scope

AREA_HELP = "kode wilayah (64.02.06.2099 atau 6402062099), RT sebagai KODE/005, atau nomor wilayah #259"


@contextmanager
def everything() -> Iterator[None]:
    """One transaction that sees every area and may take its time: the keeper of the machine is at work, not the web."""
    with transaction.atomic(), scope.everything():
        with connection.cursor() as cursor:
            cursor.execute("set local statement_timeout = 0")
        yield


def readable(path: Path) -> Path:
    """The path, when there is a file behind it that may be read. Raises Problem site.file_unreadable."""
    if not path.is_file() or not os.access(path, os.R_OK):
        raise Problem("site.file_unreadable", file=path)
    return path


def place(text: str | None, *, on: date) -> Place:
    """The area a person names; the whole kabupaten when nothing is named.

    Raises Problem site.not_founded, site.area_unknown, site.area_unclear.
    """
    held = territory.installation()
    if held is None:
        raise Problem("site.not_founded")
    found = _named(text.strip(), on) if text else [held.kabupaten_id]
    if len(found) > 1:
        raise Problem("site.area_unclear", text=text, ways=[f"#{pk}" for pk in found])
    known = territory.place(found[0], on=on) if found else None
    if known is None:
        raise Problem("site.area_unknown", text=text)
    return known


def _named(text: str, on: date) -> list[int]:
    """Ids of the areas a text may mean."""
    if text.startswith("#"):
        return [int(text[1:])] if text[1:].isdecimal() else []
    code, _, number = text.partition("/")
    found = _coded(code.strip(), on)
    if not number or len(found) != 1:
        return found
    beneath = territory.rts_under(territory.path_of(found[0]), on=on)
    return list(beneath.filter(number=number.strip().zfill(3)).values_list("area", flat=True))


def _coded(text: str, on: date) -> list[int]:
    codes = [text]
    with suppress(Problem):
        codes.append(parse(text).dotted)
    return list(territory.editions(on=on).filter(code__in=codes).values_list("area", flat=True))
