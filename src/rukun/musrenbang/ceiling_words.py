"""The rules of ceilings in whole sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from rukun.rules.ceilings import Reason
from rukun.ui.words import ribuan, rupiah

KINDS = {
    "flat": _lazy("Sama untuk semua RT"),
    "tiers": _lazy("Menurut banyaknya rumah tangga"),
    "range": _lazy("Di antara dua batas, sisanya menurut rumah tangga"),
    "scaled": _lazy("Sama untuk semua, dipotong bila anggaran kurang"),
}
AT_SPLIT = {
    "by_households": _lazy("dibagi menurut rumah tangga"),
    "first_keeps": _lazy("tetap di RT yang lama"),
    "next_year": _lazy("RT baru menunggu tahun depan"),
}
REASONS = {
    "no_tier": _lazy("Tidak ada golongan untuk %(n)s rumah tangga."),
    "tiers_overlap": _lazy("Dua golongan memuat %(n)s rumah tangga."),
    "households_unknown": _lazy("Jumlah rumah tangga belum diketahui."),
    "no_budget": _lazy("Anggaran belum diisi."),
    "budget_short": _lazy("Anggaran tidak cukup untuk batas bawah semua RT."),
}


def reason(found: Reason) -> str:
    return str(REASONS[found.code]) % {"n": ribuan(found.values[0]) if found.values else ""}


def told(rule: Mapping[str, Any], budget: int | None) -> list[str]:
    """The rule a decree was reckoned by, a sentence each."""
    kind = rule["kind"]
    if kind == "carried":
        kept = rule.get("kept") or 0
        left = [_("Menunggu tahun depan: %(sum)s.") % {"sum": rupiah(kept)}] if kept else []
        return [_("Pagu RT yang dimekarkan: %(way)s.") % {"way": AT_SPLIT[rule["at_split"]]}, *left]
    amount, most = rupiah(rule.get("amount")), rupiah(rule.get("most"))
    said = {
        "flat": [_("Setiap RT %(amount)s.") % {"amount": amount}],
        "tiers": [tier(each) for each in rule.get("tiers", ())],
        "range": [_("Paling sedikit %(least)s, paling banyak %(most)s.") % {"least": amount, "most": most}],
        "scaled": [_("Setiap RT %(amount)s bila anggaran cukup.") % {"amount": amount}],
    }
    budgeted = [_("Anggaran %(sum)s.") % {"sum": rupiah(budget)}] if budget else []
    return [f"{KINDS[kind]}.", *said[kind], *budgeted]


def tier(each: Mapping[str, Any]) -> str:
    words = {"amount": rupiah(each["amount"]), "a": ribuan(each["at_least"]), "b": ribuan(each["at_most"])}
    if each["at_most"] is None:
        return _("%(a)s rumah tangga ke atas: %(amount)s.") % words
    return _("%(a)s sampai %(b)s rumah tangga: %(amount)s.") % (words | {"a": ribuan(each["at_least"] or 0)})
