"""The one next thing on the pages of proposals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.musrenbang.models import Proposal
from rukun.musrenbang.queries.proposals import Missing, Sums
from rukun.musrenbang.types import State
from rukun.territory.types import Place
from rukun.ui.words import ribuan

Entry = dict[str, str]


def of_rt(place: Place, sums: Sums, left: int, listed: Iterable[Proposal]) -> Entry | None:
    """Last year's first, then the first wish, then the drafts that are not whole."""
    if left and not sums.count:
        title = _("%(n)s usulan tahun lalu belum terpilih") % {"n": ribuan(left)}
        url = reverse("musrenbang:left_over", args=[place.id])
        return _entry(title, _("Bawa yang masih perlu ke tahun ini."), _("Lihat usulan tahun lalu"), url)
    if not sums.count:
        why = _("Mulai dari sebab yang paling dirasakan warga.")
        return _entry(_("Tulis usulan pertama"), why, _("Mulai"), reverse("musrenbang:proposal_new", args=[place.id]))
    draft = next((each for each in listed if each.state == State.DRAFT), None)
    if draft is None:
        return None
    url = reverse("musrenbang:proposal", args=[draft.pk])
    return _entry(
        _("Lengkapi “%(title)s”") % {"title": draft.title}, _("Belum diajukan ke musyawarah."), _("Buka"), url
    )


def of_one(proposal: Proposal, missing: Sequence[Missing]) -> Entry | None:
    """What is missing, and the step in which it is filled in."""
    if not missing:
        return None
    first = next((each.step for each in missing if each.step), None)
    why = _("Masih kurang: %(what)s.") % {"what": ", ".join(each.words for each in missing)}
    url = reverse("musrenbang:proposal_step", args=[proposal.pk, first]) if first else ""
    return _entry(_("Lengkapi usulan ini"), why, _("Lengkapi"), url)


def _entry(title: str, why: str, label: str, url: str) -> Entry:
    return {"title": title, "why": why, "label": label, "url": url}
