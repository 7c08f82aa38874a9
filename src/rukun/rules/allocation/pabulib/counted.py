"""How an election of ours was counted, told in the META of its file, so that whoever has the file counts the same.

>>> from rukun.rules.allocation.election import Election, Share
>>> told = as_meta(Method(ties="cost,lot:7k"), (Share("gang", 10), Share("pos", at_most=40)))
>>> told["rukun_shares"]
'gang:10-,pos:0-40'
>>> file = File("a.pb", Election((), (), 90), told)
>>> method_of(file) == Method(ties="cost,lot:7k"), shares_of(file) == (Share("gang", 10), Share("pos", at_most=40))
(True, True)
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, get_args

from rukun.rules.allocation.election import Share
from rukun.rules.allocation.method import Completion, Counting, Method, Utility
from rukun.rules.allocation.pabulib.file import File

KEYS: dict[str, tuple[str, ...]] = {
    "rule": get_args(Counting),
    "utility": get_args(Utility),
    "completion": get_args(Completion),
    "ties": (),
}


def as_meta(method: Method, shares: Sequence[Share]) -> dict[str, str]:
    """The keys of META that say how to count again. Money in whole units as written."""
    told = {f"rukun_{name}": str(getattr(method, name)) for name in KEYS}
    pairs = ",".join(f"{each.category}:{each.at_least}-{_or_blank(each.at_most)}" for each in shares)
    return told | ({"rukun_shares": pairs} if pairs else {})


def method_of(file: File) -> Method:
    """How the file says it was counted; the method of the house where it does not say.

    Raises Problem `allocation.no_such_ties` where its tie order cannot be read.
    """
    told: dict[str, Any] = {name: file.meta.get(f"rukun_{name}", "") for name in KEYS}
    return replace(Method(), **{name: word for name, word in told.items() if word and word in (KEYS[name] or word)})


def shares_of(file: File) -> tuple[Share, ...]:
    """The shares its categories were counted with; none where the file does not say in our words."""
    pairs = (pair.rpartition(":") for pair in file.meta.get("rukun_shares", "").split(",") if ":" in pair)
    return tuple(_share(category, *bounds.split("-", 1), unit=file.election.unit) for category, _, bounds in pairs)


def _share(category: str, at_least: str, at_most: str = "", *, unit: int) -> Share:
    return Share(category, int(at_least) * unit, int(at_most) * unit if at_most else None)


def _or_blank(amount: int | None) -> str:
    return "" if amount is None else str(amount)
