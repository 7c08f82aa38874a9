"""What a verdict about a meeting says, in whole sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import gettext_noop

from rukun.ui.words import persen, ribuan

REASONS = {
    "nobody": _lazy("Belum seorang pun tercatat hadir."),
    "no_households": _lazy("Buku warga di sini masih kosong, jadi kuorum tidak dapat dihitung."),
    "not_said": _lazy("Juknis tidak menyebut kuorum. Musyawarah sendiri yang memutuskan."),
}
VOICES = (
    gettext_noop("perempuan muda"),
    gettext_noop("laki-laki muda"),
    gettext_noop("perempuan dewasa"),
    gettext_noop("laki-laki dewasa"),
    gettext_noop("perempuan lansia"),
    gettext_noop("laki-laki lansia"),
    gettext_noop("penyandang disabilitas"),
    gettext_noop("rumah tangga miskin"),
)
"""Kinds of voice that may think otherwise; kept as these words."""
AGENDA = {
    "rt": _lazy(
        "Pembukaan dan doa\nMenghitung kuorum\nAturan uang RT tahun ini\nMasalah dan harapan warga\n"
        "Membahas usulan\nMemilih usulan\nMembaca putusan\nPenutup"
    ),
    "desa": _lazy(
        "Pembukaan dan doa\nHasil musyawarah setiap RT\nMemeriksa usulan bersama\n"
        "Menjawab setiap usulan\nMembaca putusan\nPenutup"
    ),
}
"""The usual order of a meeting, one point a line; the caller changes it as they like."""


def quorum(verdict: Mapping[str, Any]) -> str:
    """One sentence about whether enough came, and how many more must come."""
    code, *values = verdict["reasons"][0]
    told = {"present": ribuan(verdict["present"]), "of": ribuan(verdict["households"])}
    if code == "enough":
        words = _("Kuorum tercapai: %(present)s dari %(of)s rumah tangga hadir, perlu %(needed)s.")
        return words % (told | {"needed": ribuan(values[1])})
    if code == "more_needed":
        words = _("Belum kuorum: perlu %(missing)s rumah tangga lagi. Hadir %(present)s dari %(of)s.")
        return words % (told | {"missing": ribuan(values[0])})
    return str(REASONS[code])


def groups(verdict: Mapping[str, Any]) -> list[str]:
    """One sentence for each group that is missing or too few among those who came."""
    if not verdict["people"]:
        return []
    found = [_group(each) for each in verdict["groups"]]
    if found and verdict.get("unsaid"):
        words = _("Umur atau jenis kelamin %(n)s orang belum disebut; sentuh namanya di daftar hadir.")
        found.append(words % {"n": ribuan(verdict["unsaid"])})
    return found


def unheard(verdict: Mapping[str, Any]) -> list[str]:
    """The same without counts, for who sees figures only: one sentence, or none."""
    named = ", ".join(each["label"] for each in verdict["groups"]) if verdict["people"] else ""
    return [_("Belum cukup terwakili: %(groups)s.") % {"groups": named}] if named else []


def _group(lack: Mapping[str, Any]) -> str:
    if lack["share"] is None:
        return _("%(group)s: belum ada yang tercatat.") % {"group": lack["label"]}
    told = {"group": lack["label"], "share": persen(float(lack["share"]) / 100)}
    if lack["more"] is None:
        return _("%(group)s: semua peserta seharusnya dari kelompok ini.") % told
    words = _("%(group)s: perlu %(more)s orang lagi, paling sedikit %(share)s dari yang hadir.")
    return words % (told | {"more": ribuan(lack["more"])})
