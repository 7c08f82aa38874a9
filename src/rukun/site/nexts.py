"""The one next thing of the first page, as a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Next:
    """The single next thing: what, why, and the button that does it ("" when its page does not stand yet)."""

    title: str
    why: str
    label: str
    url: str
