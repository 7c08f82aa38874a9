"""The words by which others know this room: states of a proposal, who owes the next move, meetings, choices."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where a proposal stands. Stored as these words, which never change."""

    DRAFT = "draft", _("disiapkan")
    PROPOSED = "proposed", _("diajukan ke musyawarah")
    CHOSEN = "chosen", _("terpilih di RT")
    NOT_CHOSEN = "not_chosen", _("belum terpilih")
    AT_DESA = "at_desa", _("menunggu desa")
    AT_KECAMATAN = "at_kecamatan", _("menunggu kecamatan")
    RETURNED = "returned", _("dikembalikan untuk diperbaiki")
    PLANNED = "planned", _("masuk rencana")
    REFUSED = "refused", _("ditolak")
    MERGED = "merged", _("digabung")
    WITHDRAWN = "withdrawn", _("ditarik pengusul")


class Owner(models.TextChoices):
    """Who owes the next move, or who made the last one where nothing more is owed."""

    RT = "rt", _("RT")
    DESA = "desa", _("desa/kelurahan")
    KECAMATAN = "kecamatan", _("kecamatan")


class Basis(models.TextChoices):
    """Where a number of beneficiaries comes from."""

    REGISTRY = "registry", _("dari buku warga")
    STATED = "stated", _("menurut pengusul")


class Calling(models.TextChoices):
    PLANNED = "planned", _("direncanakan")
    OPEN = "open", _("berlangsung")
    SHORT = "short", _("belum kuorum")
    CLOSED = "closed", _("selesai")
    CANCELLED = "cancelled", _("dibatalkan")


class Way(models.TextChoices):
    """How a meeting chooses."""

    CONSENSUS = "consensus", _("mufakat")
    USG = "usg", _("nilai USG")
    APPROVAL = "approval", _("centang beberapa")
    POINTS = "points", _("bagi poin")
    RANKING = "ranking", _("urutkan")


class Stage(models.TextChoices):
    """How far a choice is. Nothing about how it is counted may change once it is open."""

    DRAWN = "drawn", _("disiapkan")
    OPEN = "open", _("dibuka")
    COUNTED = "counted", _("dihitung")
    ANNULLED = "annulled", _("dibatalkan")


class Condition(models.TextChoices):
    """What a paper sheet looks like to who types it."""

    FILLED = "filled", _("terisi")
    BLANK = "blank", _("kosong")
    SPOILT = "spoilt", _("rusak, tidak terbaca")


FINAL = frozenset({State.PLANNED, State.MERGED, State.WITHDRAWN})
NEEDS_REASON = frozenset({State.RETURNED, State.REFUSED, State.MERGED, State.WITHDRAWN})
MOVES: dict[State, frozenset[State]] = {
    State.DRAFT: frozenset({State.DRAFT, State.PROPOSED, State.MERGED, State.WITHDRAWN}),
    State.PROPOSED: frozenset({State.DRAFT, State.CHOSEN, State.NOT_CHOSEN, State.MERGED, State.WITHDRAWN}),
    State.NOT_CHOSEN: frozenset({State.DRAFT, State.PROPOSED, State.CHOSEN, State.MERGED, State.WITHDRAWN}),
    State.CHOSEN: frozenset({State.AT_DESA, State.AT_KECAMATAN, State.NOT_CHOSEN, State.MERGED, State.WITHDRAWN}),
    State.AT_DESA: frozenset({State.AT_KECAMATAN, State.RETURNED, State.REFUSED, State.MERGED}),
    State.AT_KECAMATAN: frozenset({State.PLANNED, State.RETURNED, State.REFUSED, State.MERGED}),
    State.RETURNED: frozenset({State.AT_DESA, State.AT_KECAMATAN, State.DRAFT, State.WITHDRAWN}),
    State.PLANNED: frozenset(),
    State.REFUSED: frozenset({State.DRAFT}),
    State.MERGED: frozenset(),
    State.WITHDRAWN: frozenset(),
}
"""From which state to which. NOT_CHOSEN and REFUSED lead to DRAFT when a proposal lives on to the next year; so does
a draft that nobody put to the meeting, and only then."""

OWES: dict[State, Owner] = {
    State.AT_DESA: Owner.DESA,
    State.AT_KECAMATAN: Owner.KECAMATAN,
}
"""Who owes the next move; the RT for every other state that is not final."""

LEFT_OVER = (State.DRAFT, State.PROPOSED, State.NOT_CHOSEN, State.RETURNED, State.REFUSED)
"""States from which a proposal may live on in a later year."""


def lives_on(state: State, year: int, to: int) -> bool:
    """Whether a proposal that stands so in a year may be carried to another."""
    return state in LEFT_OVER and to > year
