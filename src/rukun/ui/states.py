"""The six states of anything that moves through the house: a word, a shape and a colour, the same everywhere."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from rukun.ui.icons import icon


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


def shown(code: str, detail: str = "") -> SafeString:
    """A state as a cell of a table shows it: shown("menunggu", "camat"). An unknown code is a KeyError."""
    state = STATES[code]
    words = f"{state.word} {detail}" if detail else state.word
    return format_html('<span class="state {}">{}<span>{}</span></span>', state.code, icon(state.shape), words)
