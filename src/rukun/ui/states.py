"""The six states of anything that moves through the house: a word, a shape and a colour, the same everywhere."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class State:
    """One state: its code (also its colour class and its shape in the sprite) and its word."""

    code: str
    word: str | Promise

    @property
    def shape(self) -> str:
        return f"state-{self.code}"


STATES = {
    state.code: state
    for state in (
        State("belum", _("belum")),
        State("berjalan", _("berjalan")),
        State("menunggu", _("menunggu")),
        State("selesai", _("selesai")),
        State("ditolak", _("ditolak")),
        State("lewat", _("lewat tenggat")),
    )
}
