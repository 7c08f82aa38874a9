"""A juknis in plain words: what the money is, for what, who decides, until when."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.facilitation import words
from rukun.facilitation.models import Programme
from rukun.facilitation.types import Change, Changed, Chapter
from rukun.facilitation.words_money import THEMES
from rukun.parameters.juknis import Asked, Juknis, Source, askable, unknown
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import MISSING, ribuan, tanggal

Pair = dict[str, object]


def pairs(chapter: Chapter) -> list[Pair]:
    return [{"label": label, "value": value} for label, value in (each.values for each in chapter.clauses)]


def table(chapter: Chapter) -> Table:
    """A chapter as a table; where its clauses stand in the last column."""
    has_source = any(each.source != Source() for each in chapter.clauses)
    columns = [*map(Column, chapter.columns), *([Column(_("Sumber"))] if has_source else [])]
    rows = [Row([*each.values, *([words.source_words(each.source)] if has_source else [])]) for each in chapter.clauses]
    empty = Empty(chapter.empty) if chapter.empty else None
    return Table(chapter.title, columns, rows, empty=empty, caption_hidden=chapter.is_money)


def open_questions(programme: Programme, *, may_answer: bool) -> list[Table]:
    """What the juknis does not say, by theme, each leading to where it is filled in. Planning first."""
    url, asked = reverse("facilitation:fill", args=[programme.pk]), unknown(programme.juknis)
    return [
        _questions(str(title), [each for each in asked if each.theme == theme], url if may_answer else "")
        for theme, title in THEMES.items()
        if any(each.theme == theme for each in asked)
    ]


def _questions(title: str, asked: Iterable[Asked], url: str) -> Table:
    rows = [
        Row([words.question_words(each), _("belum diketahui")], f"{url}?apa={each.path}" if url else "")
        for each in asked
    ]
    caption = _("%(title)s: %(n)d belum diketahui") % {"title": title, "n": len(rows)}
    return Table(caption, [Column(_("Pertanyaan")), Column(_("Jawaban"))], rows, caption_hidden=True)


def filled(juknis: Juknis) -> Table:
    """What people filled in, and who says so."""
    asked = {each.path: each for each in askable(juknis)}
    rows = [Row([words.question_words(asked[each.path]), each.source]) for each in juknis.filled if each.path in asked]
    return Table(_("Yang dilengkapi di Rukun"), [Column(_("Pertanyaan")), Column(_("Sumber"))], rows)


def versions(found: Iterable[Programme]) -> Table:
    """Everything adopted, the newest first."""
    columns = [
        Column(_("Juknis")),
        Column(_("Tahun")),
        Column(_("Berlaku sejak")),
        Column(_("Dasar")),
        Column(_("Belum diketahui"), is_number=True),
    ]
    rows = [
        Row([each.juknis.title, str(each.year), tanggal(each.since), each.basis, ribuan(len(unknown(each.juknis)))],
            reverse("facilitation:programme", args=[each.pk]))
        for each in found
    ]  # fmt: skip
    empty = Empty(
        _("Belum ada juknis yang ditetapkan. Mulailah dari juknis yang tersedia."),
        _("Tetapkan juknis"), reverse("facilitation:adopt"), "calendar",
    )  # fmt: skip
    return Table(_("Juknis yang pernah ditetapkan"), columns, rows, empty=empty)


def changes(changed: Changed) -> Table:
    """One chapter of a comparison: what was, what is."""
    columns = [Column(_("Hal")), Column(_("Perubahan")), Column(_("Dahulu")), Column(_("Kini"))]
    rows = [Row([each.name, _kind(each), each.before or MISSING, each.after or MISSING]) for each in changed.changes]
    return Table(changed.title, columns, rows)


def _kind(change: Change) -> str:
    if not change.before:
        return _("baru")
    return (change.of or _("berubah")) if change.after else _("tidak disebut lagi")
