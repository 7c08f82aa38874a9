"""What is known of one proposal, in pairs of a word and a value."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rukun.musrenbang.models import Proposal
from rukun.parameters.juknis import Juknis
from rukun.ui.words import ribuan, rupiah

Pair = dict[str, Any]


def pairs(proposal: Proposal, held: Juknis | None, *, may_see_names: bool) -> list[Pair]:
    """In the order of the four steps; the name of a caretaker only for who may change the proposal."""
    found = [
        _pair(_("Cerita"), proposal.description) if proposal.description else None,
        _pair(_("Tempat"), _place(proposal)),
        _pair(_("Sebab yang dijawab"), proposal.cause.words if proposal.cause else ""),
        _pair(_("Jenis"), _kind(proposal, held)),
        _pair(_("Manfaat"), _benefit(proposal)),
        _pair(_("Biaya"), rupiah(proposal.cost) if proposal.cost else ""),
        _pair(_("Swadaya warga"), _swadaya(proposal)),
        _pair(_("Yang merawat"), proposal.caretaker) if may_see_names else None,
    ]
    return [each for each in found if each]


def _pair(label: str, value: str) -> Pair:
    return {"label": label, "value": value}


def _place(proposal: Proposal) -> str:
    point = _("ditandai di peta") if proposal.longitude is not None else ""
    return ", ".join(filter(None, [proposal.place_words, point]))


def _kind(proposal: Proposal, held: Juknis | None) -> str:
    entry = held.entry(proposal.menu) if held else None
    cluster = held.cluster(entry.cluster) if entry else None
    return f"{entry.label} · {cluster.label}" if cluster else entry.label if entry else proposal.menu


def _benefit(proposal: Proposal) -> str:
    counts = [
        _("%(n)s rumah tangga") % {"n": ribuan(proposal.households)} if proposal.households is not None else "",
        _people(proposal.people) if proposal.people is not None else "",
    ]
    said = ", ".join(filter(None, counts))
    return f"{said} ({proposal.basis_words})" if said and proposal.basis_words else said


def _people(count: int) -> str:
    return ngettext("%(n)s orang", "%(n)s orang", count) % {"n": ribuan(count)}


def _swadaya(proposal: Proposal) -> str:
    given = [
        _("%(n)s hari orang") % {"n": ribuan(proposal.swadaya_days)} if proposal.swadaya_days else "",
        _("bahan %(money)s") % {"money": rupiah(proposal.swadaya_material)} if proposal.swadaya_material else "",
        _("uang %(money)s") % {"money": rupiah(proposal.swadaya_cash)} if proposal.swadaya_cash else "",
    ]
    return ", ".join(filter(None, given)) or _("belum ada")
