"""What the pages of this room show, made from what the queries found: next things, tables, lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rukun.needs.types import HIDDEN, Count, Grown, Missing, Progress, Spoken, Theme
from rukun.needs.words import counted
from rukun.territory.types import Place
from rukun.ui.states import shown as state
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import MISSING, ribuan

FEW = 5
FEW_RESIDENTS = 10
Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Group:
    """The statements of one problem on a page; no problem comes first."""

    words: str
    url: str
    statements: list[Spoken]


def shown(count: int, *, is_exact: bool) -> Count:
    """A count of statements as it may be told: few voices are drawn behind a curtain for who does not serve here."""
    return count if is_exact or count == 0 or count >= FEW else HIDDEN


def missing(found: Iterable[Missing], *, is_exact: bool) -> list[Entry]:
    """Who was not heard yet, and how many of them live here, where that may be told."""
    return [{"group": each.words, "present": _present(each, is_exact)} for each in found]


def _present(each: Missing, is_exact: bool) -> str:
    if each.present is None or not (is_exact or each.present >= FEW_RESIDENTS):
        return ""
    return _("ada %(n)s di RT ini") % {"n": ribuan(each.present)}


def next_thing(place: Place, statements: int, ungrouped: int, grown: Sequence[Grown], quiet: Sequence[Entry]) -> Entry:
    """The one next thing of an RT: hear people, group what they said, find causes, hear the rest, be done."""
    speak = (_("Catat suara"), _to("speak", place.id))
    if not statements:
        why = _("Tulis seperti diucapkan. Satu suara kurang dari satu menit.")
        return _next(_("Catat suara warga yang pertama"), why, *speak)
    if ungrouped:
        said = ngettext("%(n)s suara belum dikelompokkan", "%(n)s suara belum dikelompokkan", ungrouped)
        why = _("Suara yang serupa dikumpulkan ke satu masalah pokok.")
        return _next(said % {"n": ribuan(ungrouped)}, why, _("Kelompokkan suara"), _to("voices", place.id))
    if bare := next((each for each in grown if not each.is_rooted), None):
        title, why = _("Cari sebab dari “%(problem)s”"), _("Usulan nanti bergantung pada sebab.")
        return _next(title % {"problem": bare.words}, why, _("Buka pohonnya"), _to("problem", bare.problem_id))
    if quiet:
        title = _("Dengarkan yang belum terdengar: %(group)s") % {"group": quiet[0]["group"]}
        return _next(title, _("Suara mereka dicari sebelum musyawarah, bukan sesudahnya."), *speak)
    return _next(_("Semua suara sudah punya tempat"), _("Tekan selesai bila warga sudah cukup didengar."), "", "")


def next_of_problem(grown: Grown) -> Entry:
    """Causes first, then the effects, then the hopes, then a proposal may follow."""
    core, waiting = grown.tree.core, [key for key in grown.tree.nodes if key not in grown.hopes]
    if not grown.shape.causes:
        why = _("Tanyakan “mengapa” sampai warga tidak dapat menjawab lagi.")
        return _next(_("Mengapa? Apa sebabnya?"), why, _("Tambah sebab"), _to("cause", core))
    if not grown.shape.effects:
        why = _("Akibat menunjukkan mengapa masalah ini penting.")
        return _next(_("Apa akibatnya?"), why, _("Tambah akibat"), _to("effect", core))
    if waiting:
        title = ngettext("%(n)s kotak belum punya harapan", "%(n)s kotak belum punya harapan", len(waiting))
        why = _("Harapan menjadi tujuan dari usulan nanti.")
        return _next(title % {"n": ribuan(len(waiting))}, why, _("Tulis harapan"), _to("hopes", grown.problem_id))
    return _next(_("Pohon ini lengkap"), _("Akar masalahnya siap dijawab dengan usulan."), "", "")


def problems(grown: Sequence[Grown], behind: Mapping[int, int], *, is_exact: bool) -> Table:
    columns = [Column(_("Masalah pokok")), Column(_("Bidang")), Column(_("Suara"), is_number=True)]
    columns += [Column(_("Sebab"), is_number=True), Column(_("Keadaan"), is_state=True)]
    rows = [_problem(each, shown(behind[each.problem_id], is_exact=is_exact)) for each in grown]
    empty = Empty(_("Belum ada masalah pokok. Kelompokkan suara warga, dan masalahnya terbentuk."), icon="list")
    return Table(_("Masalah pokok"), columns, rows, empty=empty)


def themes(found: Sequence[tuple[str, int, int]]) -> Table:
    columns = [
        Column(_("Bidang")),
        Column(_("Masalah pokok"), is_number=True),
        Column(_("Di berapa RT"), is_number=True),
    ]
    rows = [Row([Theme(theme).label, ribuan(count), ribuan(rts)]) for theme, count, rts in found]
    empty = Empty(_("Belum ada masalah pokok di wilayah ini. RT memulainya dengan mencatat suara warga."))
    return Table(_("Bidang yang paling sering disebut"), columns, rows, empty=empty, stays=True)


def children(beneath: Sequence[Place], rts: Sequence[str], found: Mapping[str, Progress], *, is_exact: bool) -> Table:
    """The places right beneath, those where the fewest RT have spoken first."""
    sums = [(child, _sum(found, rts, child.path)) for child in beneath]
    sums.sort(key=lambda pair: (pair[1].speaking, pair[1].progress.problems))
    columns = [Column(_("Wilayah")), Column(_("RT yang sudah bersuara"), is_number=True)]
    columns += [Column(_("Suara"), is_number=True)] if is_exact else []
    columns += [Column(_("Masalah pokok"), is_number=True), Column(_("Sudah ada sebabnya"), is_number=True)]
    rows = [_child(child, each, is_exact) for child, each in sums]
    return Table(_("Wilayah di dalamnya"), columns, rows, note=_("Yang paling perlu ditemani di atas."))


def figures(found: Mapping[str, Progress], rts: Sequence[str]) -> list[Entry]:
    whole = _sum(found, rts, "")
    here = _("dari %(n)s RT") % {"n": ribuan(len(rts))}
    return [
        {"value": ribuan(whole.speaking), "unit": here, "meaning": _("Sudah bersuara")},
        {"value": ribuan(whole.finding), "unit": here, "meaning": _("Sudah menemukan sebab")},
        {"value": ribuan(whole.progress.problems), "unit": "", "meaning": _("Masalah pokok")},
    ]


@dataclass(frozen=True, slots=True)
class Sum:
    """RTs of an area together: how many there are, how many have spoken, how many found a cause."""

    rts: int
    speaking: int
    finding: int
    progress: Progress


def _sum(found: Mapping[str, Progress], rts: Sequence[str], prefix: str) -> Sum:
    parts = [found.get(path, Progress()) for path in rts if path.startswith(prefix)]
    speaking, finding = sum(bool(each.statements) for each in parts), sum(bool(each.rooted) for each in parts)
    counts = (sum(getattr(each, name) for each in parts) for name in ("statements", "problems", "rooted"))
    return Sum(len(parts), speaking, finding, Progress(*counts))


def groups(statements: Iterable[Spoken], names: Mapping[int, str]) -> list[Group]:
    """Statements in their order, a heading wherever the problem changes."""
    found: list[Group] = []
    last: object = found
    for each in statements:
        if each.problem_id != last:
            last = each.problem_id
            found.append(_group(each.problem_id, names))
        found[-1].statements.append(each)
    return found


def hopes(grown: Grown) -> list[Entry]:
    """Every node with its hope: the core first, then causes and effects from near to far."""
    order = [grown.tree.core, *grown.shape.causes, *grown.shape.effects, *grown.shape.loose]
    return [{"node_id": key, "words": grown.tree.nodes[key], "hope": grown.hopes.get(key, "")} for key in order]


def papers(names: Mapping[str, str], chosen: str | None) -> list[Entry]:
    now = chosen if chosen in names else next(iter(names))
    return [{"label": label, "url": f"?kertas={key}", "is_current": key == now} for key, label in names.items()]


def nodes(grown: Grown, *, without: int) -> list[tuple[int, str]]:
    """The other nodes to choose from, the core first."""
    core = grown.tree.core
    order = [core, *(key for key in grown.tree.nodes if key != core)]
    return [(key, grown.tree.nodes[key]) for key in order if key != without]


def _group(problem_id: int | None, names: Mapping[int, str]) -> Group:
    if problem_id is None:
        return Group(_("Belum dikelompokkan"), "", [])
    return Group(names.get(problem_id, MISSING), _to("problem", problem_id), [])


def _problem(each: Grown, count: Count) -> Row:
    condition = state("berjalan") if each.is_rooted else state("belum", _("ada sebab"))
    values = [each.words, each.theme_words, counted(count), ribuan(len(each.shape.causes)), condition]
    return Row(values, _to("problem", each.problem_id))


def _child(child: Place, found: Sum, is_exact: bool) -> Row:
    told = [ribuan(found.progress.statements)] if is_exact else []
    counts = [ribuan(found.progress.problems), ribuan(found.progress.rooted)]
    return Row([child.label, _spoken(child, found), *told, *counts], _to("index", child.id))


def _spoken(child: Place, found: Sum) -> str:
    if child.level == "rt":
        return _("sudah") if found.speaking else _("belum")
    return _("%(n)s dari %(all)s") % {"n": ribuan(found.speaking), "all": ribuan(found.rts)}


def _next(title: str, why: str, label: str, url: str) -> Entry:
    return {"title": title, "why": why, "label": label, "url": url}


def _to(name: str, pk: int) -> str:
    return reverse(f"needs:{name}", args=[pk])
