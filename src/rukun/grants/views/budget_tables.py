"""A RAB drawn as tables: its parts, what is said beside each line, two revisions side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from rukun.grants.models import Activity, Budget, BudgetItem, Price
from rukun.grants.queries.budget_checks import Reason
from rukun.grants.queries.budgets import Change
from rukun.grants.types import BudgetState, Funding, LineKind
from rukun.grants.words.checks import said
from rukun.ui.addresses import first_url
from rukun.ui.tables import Column, Row, Table
from rukun.ui.words import MISSING, persen, rupiah, written

ROMAN = dict(zip(LineKind.values, ("I", "II", "III", "IV"), strict=True))
LOOK = {"broken": "bad", "look": "care", "unknown": "care", "kept": "info"}


def figures(activity: Activity, totals: Any) -> list[dict[str, Any]]:
    """What the eye lands on first."""
    wages = _("%(amount)s (%(share)s)") % {
        "amount": rupiah(totals.by_kind["wage"]),
        "share": persen(totals.wage_share / 100 if totals.wage_share is not None else None),
    }
    return [
        {"label": _("Jumlah RAB"), "value": rupiah(totals.grant)},
        {"label": _("Rencana"), "value": rupiah(activity.plan.amount)},
        {"label": _("Upah"), "value": wages},
        {"label": _("Swadaya warga, dinilai"), "value": rupiah(totals.swadaya)},
    ]


def notes(reasons: Iterable[Reason]) -> list[dict[str, Any]]:
    """What is said about the whole, one box a tone, the gravest first."""
    boxes: dict[str, list[dict[str, str]]] = {}
    for each in reasons:
        if each.item is None:
            boxes.setdefault(LOOK[each.outcome], []).append(_told(each))
    return [{"kind": kind, "reasons": told} for kind, told in boxes.items()]


def parts(items: Sequence[BudgetItem], reasons: Sequence[Reason], edit: str) -> list[Table]:
    """I materials, II equipment, III wages, IV fees, then what residents give."""
    paid = [each for each in items if each.funding == Funding.GRANT]
    given = [each for each in items if each.funding != Funding.GRANT]
    found = [
        _part(f"{ROMAN[kind]} {label}", [each for each in paid if each.kind == kind], reasons, edit)
        for kind, label in LineKind.choices
    ]
    return [each for each in [*found, _part(_("Swadaya warga"), given, reasons, edit)] if each.rows]


def _part(caption: str, items: Sequence[BudgetItem], reasons: Sequence[Reason], edit: str) -> Table:
    rows = [
        Row(
            [_named(each, reasons), _volume(each), rupiah(each.unit_price), rupiah(each.amount)],
            f"{edit}?nomor={each.number}" if edit else "",
        )
        for each in items
    ]  # fmt: skip
    columns = [
        Column(_("Uraian")), Column(_("Volume"), is_number=True), Column(_("Harga satuan"), is_number=True),
        Column(_("Jumlah"), is_number=True),
    ]  # fmt: skip
    return Table(caption, columns, rows, Row([_("Jumlah"), "", "", rupiah(sum(each.amount for each in items))]))


def _volume(item: BudgetItem) -> str:
    return f"{written(item.quantity)} {item.unit}"


def _named(item: BudgetItem, reasons: Sequence[Reason]) -> SafeString:
    """The words of a line, where its volume comes from, and what is said about it."""
    name = f"{item.words} · {Funding(item.funding).label}" if item.funding != Funding.GRANT else item.words
    small = format_html_join(
        "", '<small class="said-{}">{}</small>',
        ((LOOK[each.outcome], said(each.code, dict(each.details))) for each in reasons if each.item == item.number),
    )  # fmt: skip
    taken = format_html("<small>{}</small>", item.takeoff) if item.takeoff else ""
    return format_html('<span class="rab-words">{}{}{}</span>', name, taken, small)


def _told(reason: Reason) -> dict[str, str]:
    return {"sentence": said(reason.code, dict(reason.details)), "article": reason.article}


def next_step(
    activity: Activity, budget: Budget, items: Sequence[BudgetItem], reasons: Sequence[Reason]
) -> dict[str, str] | None:
    """The one thing to do now."""
    if budget.state != BudgetState.DRAFT:
        return None
    if not items:
        return {
            "title": _("Isi RAB ini"), "why": _("Jawab beberapa ukuran; volume dan upahnya dihitung untuk Anda."),
            "label": _("Pakai bantuan"), "url": reverse("grants:rab_wizard", args=[activity.pk]),
        }  # fmt: skip
    send = first_url("grants:rab_submit", activity_id=activity.pk)
    if broken := [each.code for each in reasons if each.outcome == "broken"]:
        is_refused = "over_plan" in broken
        why = _("%(n)d hal belum sesuai juknis. Lihat di bawah.") % {"n": len(broken)}
        return {
            "title": _("Perbaiki yang belum sesuai"),
            "why": why if is_refused else f"{why} " + _("Bila tidak dapat, ajukan; pemeriksa melihat catatannya juga."),
            "label": _("Ajukan dengan catatan"), "url": "" if is_refused else send,
        }  # fmt: skip
    if budget.revision > 1 and not budget.reason:
        url = reverse("grants:rab_reason", args=[activity.pk])
        return {
            "title": _("Tulis alasan perubahan"), "why": _("Pemeriksa dan warga perlu tahu mengapa RAB berubah."),
            "label": _("Tulis alasan"), "url": url,
        }  # fmt: skip
    return {
        "title": _("Ajukan RAB ini"), "why": _("Desa atau kelurahan memeriksanya lebih dulu."), "label": _("Ajukan"),
        "url": send,
    }  # fmt: skip


def revisions(activity: Activity, shown: Budget) -> list[dict[str, Any]]:
    """Every revision as a tab, when there is more than one."""
    found = list(activity.budgets.order_by("revision"))
    return [
        {
            "label": f"{revision_name(each)} · {BudgetState(each.state).label}",
            "url": f"{reverse('grants:rab', args=[activity.pk])}?perubahan={each.revision}",
            "is_current": each.pk == shown.pk,
        }
        for each in found
    ] if len(found) > 1 else []  # fmt: skip


def revision_name(budget: Budget) -> str:
    return _("RAB awal") if budget.revision == 1 else _("Perubahan %(n)d") % {"n": budget.revision - 1}


def comparison(changes: Sequence[Change], old: Budget, new: Budget) -> dict[str, Any]:
    """Only what changed, old and new side by side; and by how much the whole did."""
    rows = [
        Row([
            (each.new or each.old).words, _amount(each.old), _amount(each.new),
            f"{'+' if each.by > 0 else ''}{rupiah(each.by)}" if each.by else _("tetap"),
        ])
        for each in changes
        if each.is_change and (each.new or each.old)
    ]  # fmt: skip
    columns = [
        Column(_("Baris")), Column(revision_name(old), is_number=True), Column(revision_name(new), is_number=True),
        Column(_("Selisih"), is_number=True),
    ]  # fmt: skip
    paid = [each for each in changes if _is_paid(each.old) or _is_paid(each.new)]
    sums = [sum(side.amount for each in paid if _is_paid(side := getattr(each, name))) for name in ("old", "new")]
    total = Row([_("Jumlah dana RT"), rupiah(sums[0]), rupiah(sums[1]), rupiah(sums[1] - sums[0])])
    same = sum(not each.is_change for each in changes)
    note = _("%(n)d baris lain tetap.") % {"n": same} if same else ""
    return {"table": Table(_("Yang berubah"), columns, rows, total if rows else None, note), "has_changes": bool(rows)}


def _is_paid(item: BudgetItem | None) -> bool:
    return item is not None and item.funding == Funding.GRANT


def _amount(item: BudgetItem | None) -> SafeString | str:
    if item is None:
        return MISSING
    told = f"{_volume(item)} × {rupiah(item.unit_price)}"
    return format_html('<span class="rab-words">{}<small>{}</small></span>', rupiah(item.amount), told)


def prices(found: Iterable[Price]) -> Table:
    rows = [Row([each.words, each.unit, rupiah(each.amount)], f"?harga={each.pk}") for each in found]
    columns = [Column(_("Uraian")), Column(_("Satuan")), Column(_("Harga"), is_number=True)]
    return Table(_("Pilih dari daftar harga"), columns, rows)
