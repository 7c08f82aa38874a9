"""The RTs that a batch may fill, and which of them a row means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rukun.kit.sheet.cells import EMPTY
from rukun.kit.sheet.text import folded

_WORDS = ("rukuntetangga", "rukunwarga", "lingkungan", "dusun", "rt", "rw")


@dataclass(frozen=True, slots=True)
class Rt:
    """An RT of today. `kecamatan` holds six digits; what lies above it and has no name is ""."""

    id: int
    path: str
    code: str = ""
    number: str = ""
    rw: str = ""
    dusun: str = ""
    desa_code: str = ""
    desa_name: str = ""
    kecamatan: str = ""


class Ground:
    """All RTs of an area, found by their number or their code."""

    def __init__(self, rts: Iterable[Rt]) -> None:
        self.rts = tuple(rts)
        self._by_number: dict[tuple[str, str], list[Rt]] = defaultdict(list)
        self._by_code = {folded(rt.code): rt for rt in self.rts if rt.code}
        for rt in self.rts:
            for desa in {"", folded(rt.desa_code), folded(rt.desa_name)}:
                self._by_number[desa, bare(rt.number)].append(rt)

    def find(self, desa: str, dusun: str, rw: str, rt: str, rt_code: str) -> Rt | str:
        """The RT a row means, or the code of why it cannot be told: rt_missing, rt_unknown, rt_unclear."""
        if folded(rt_code):
            return self._by_code.get(folded(rt_code), "rt_unknown")
        number = bare(rt)
        if not number:
            return self.rts[0] if len(self.rts) == 1 else "rt_missing"
        wanted = bare(rw)
        near = self._by_number.get((folded(desa), number), ())
        found = [each for each in near if not wanted or not each.rw or bare(each.rw) == wanted]
        if len(found) > 1:
            found = [each for each in found if bare(each.dusun) == bare(dusun)]
            return found[0] if len(found) == 1 else "rt_unclear"
        return found[0] if found else "rt_unknown"


def bare(text: str) -> str:
    """ "RT 003", "03" and "3" are one; so are "Dusun Mawar" and "MAWAR"; "-" and "0" are nothing."""
    if text.strip().casefold() in EMPTY:
        return ""
    name = folded(text)
    for word in _WORDS:
        if name.startswith(word) and len(name) > len(word):
            name = name.removeprefix(word)
            break
    return name.lstrip("0")
