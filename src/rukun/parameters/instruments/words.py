"""Words in two languages, and a choice that carries them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One text in Bahasa Indonesia and in English."""

    id: str
    en: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose: its stable value and its label."""

    value: str
    label: Words
