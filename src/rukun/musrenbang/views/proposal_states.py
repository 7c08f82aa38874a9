"""The state of a proposal as a cell shows it: its own word, in the shape and colour of one of the six states."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString

from rukun.musrenbang.types import State
from rukun.ui.icons import icon
from rukun.ui.states import STATES

LOOKS = {
    State.DRAFT: "belum",
    State.PROPOSED: "berjalan",
    State.CHOSEN: "berjalan",
    State.NOT_CHOSEN: "belum",
    State.AT_DESA: "menunggu",
    State.AT_KECAMATAN: "menunggu",
    State.RETURNED: "menunggu",
    State.PLANNED: "selesai",
    State.REFUSED: "ditolak",
    State.MERGED: "belum",
    State.WITHDRAWN: "belum",
}


def shown(code: str) -> SafeString:
    state = State(code)
    look = STATES[LOOKS[state]]
    return format_html('<span class="state {}">{}<span>{}</span></span>', look.code, icon(look.shape), state.label)
