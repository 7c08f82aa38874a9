"""The tables and figures of an area's page, from its sheet and what of it may be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rukun.poverty.queries.verdicts import criteria_texts
from rukun.poverty.types import HIDDEN, AreaSheet, Count, Figures, Label, Likelihood, Safe, plain
from rukun.poverty.words import CARDS_APART, counted, need_words
from rukun.territory.types import Place
from rukun.ui.tables import Column, Row, Table
from rukun.ui.words import MISSING, persen, ribuan, span, umur

Entry = dict[str, object]


def figures(sheet: AreaSheet, safe: Safe, *, on: date) -> list[Entry]:
    """The first numbers of the page, each with the way to how it is made."""
    own, url = sheet.own, reverse("poverty:how", args=[sheet.place.id])
    stated = _("dari %(n)s menurut RT") % {"n": ribuan(own.stated)} if own.is_stated else ""
    return [
        _figure(_("Warga"), ribuan(own.people), "", _("%(n)s balita, %(m)s lansia") % _n(own), f"{url}#warga"),
        _figure(_("Rumah tangga"), ribuan(own.households), stated, "", f"{url}#keluarga"),
        _figure(
            _("Sudah diwawancarai"),
            persen(own.share_counted),
            _("%(n)s rumah tangga") % {"n": ribuan(own.interviewed)},
            _age(own, on),
            f"{url}#cakupan",
        ),
        _figure(
            _("Pasti miskin"), counted(safe.verdicts[Label.POOR]), _("rumah tangga"), _of_judged(safe), f"{url}#putusan"
        ),
    ]


def verdicts(sheet: AreaSheet, safe: Safe) -> Table:
    """How many families stand where."""
    rows = [Row([label.label, counted(safe.verdicts[label])]) for label in Label]
    return Table(
        _("Keadaan menurut 14 kriteria"),
        [Column(_("Putusan")), Column(_("Rumah tangga"), is_number=True)],
        rows if sheet.own.judged else [],
        Row([_("Jumlah"), counted(safe.judged)]) if sheet.own.judged else None,
        stays=True,
    )


def reasons(sheet: AreaSheet, safe: Safe, *, on: date) -> Table:
    """Which criteria held, the most frequent first."""
    texts = criteria_texts(on)
    rows = [Row([texts.get(code, code), counted(count)]) for code, count in _ordered(sheet.own.reasons, safe.reasons)]
    return Table(
        _("Mengapa"),
        [Column(_("Kriteria yang terpenuhi")), Column(_("Rumah tangga"), is_number=True)],
        rows,
        note=_("Satu rumah tangga dapat memenuhi beberapa kriteria."),
        stays=True,
    )


def needs(sheet: AreaSheet, safe: Safe, *, may_names: bool) -> Table:
    """Plain needs, each a way into the list for who may open it."""
    url = reverse("poverty:list", args=[sheet.place.id])
    rows = [
        Row([need_words(code).capitalize(), counted(count)], f"{url}?kebutuhan={code}" if may_names else "")
        for code, count in _ordered(sheet.own.needs, safe.needs)
    ]
    columns = [Column(_("Kebutuhan")), Column(_("Rumah tangga"), is_number=True)]
    return Table(_("Apa yang dibutuhkan"), columns, rows, stays=True)


def likelihoods(found: Sequence[Likelihood]) -> Table | None:
    """The score cards side by side, each with its own line; None when there is nothing to tell."""
    columns = [
        Column(_("Kartu")),
        Column(_("Garis")),
        Column(_("Rumah tangga dinilai"), is_number=True),
        Column(_("Diperkirakan di bawah garis"), is_number=True),
    ]
    rows = [Row([each.title, each.line, ribuan(each.count), persen(each.mean / 100)]) for each in found]
    return Table(_("Menurut kartu skor (PPI)"), columns, rows, note=CARDS_APART) if rows else None


def children(sheet: AreaSheet, safe: Mapping[int, Safe], *, on: date) -> Table:
    """The places beneath, those that need help first on top."""
    known = [pair for pair in sheet.children if _has_data(pair[1])] or sheet.children
    order = sorted(known, key=lambda pair: _urgency(pair[1], safe[pair[0].id], pair[0].path))
    rows = [_child(child, found, safe[child.id], on) for child, found in order]
    return Table(_("Wilayah di dalamnya"), _columns(), rows, note=_("Yang paling perlu bantuan di atas."))


def silent(sheet: AreaSheet) -> list[Place]:
    """The places beneath of which nothing is known yet, while of others something is; by name."""
    quiet = [place for place, found in sheet.children if not _has_data(found)]
    return [] if len(quiet) == len(sheet.children) else sorted(quiet, key=lambda place: place.label)


def _has_data(found: Figures) -> bool:
    return bool(found.rts or found.households or found.missing)


def first(sheet: AreaSheet, *, on: date) -> Table:
    """The RTs to be helped first, wherever in the area they lie."""
    rows = [_child(_far(place), found, None, on) for place, found in sheet.first]
    return Table(_("RT yang didahulukan"), _columns(), rows, note=_("Paling banyak rumah tangga pasti miskin."))


def next_thing(sheet: AreaSheet, *, may_interview: bool, may_names: bool) -> Entry:
    """The one next thing: what is missing, then what is undecided, then who needs help."""
    own, place = sheet.own, sheet.place
    if own.missing:
        return _collect(sheet, may_interview)
    if not own.households:
        why = _("Data masuk lewat berkas dari desa, atau RT menambahkan rumah tangga satu per satu.")
        return {"title": _("Belum ada rumah tangga yang tercatat di sini"), "why": why, "label": "", "url": ""}
    undecided = own.undecided
    listed = reverse("poverty:list", args=[place.id])
    if undecided and may_names:
        said = ngettext(
            "%(n)s rumah tangga belum dapat dikatakan", "%(n)s rumah tangga belum dapat dikatakan", undecided
        ) % {"n": ribuan(undecided)}
        why = _("Satu atau dua jawaban lagi memutuskannya.")
        return {"title": said, "why": why, "label": _("Lihat siapa"), "url": f"{listed}?putusan=cannot_be_said"}
    if own.poor and may_names:
        said = _("%(n)s rumah tangga pasti miskin") % {"n": ribuan(own.poor)}
        return {
            "title": said,
            "why": _("Semua rumah tangga sudah diwawancarai."),
            "label": _("Lihat siapa"),
            "url": listed,
        }
    return {
        "title": _("Semua rumah tangga sudah diwawancarai"),
        "why": _("Perbarui bila ada yang berubah."),
        "label": "",
        "url": "",
    }


def _collect(sheet: AreaSheet, may_interview: bool) -> Entry:
    own = sheet.own
    title = _("%(n)s rumah tangga belum diwawancarai") % {"n": ribuan(own.missing)}
    worst = max(sheet.children, key=lambda pair: pair[1].missing, default=None)
    if worst and worst[1].missing:
        child, found = worst
        why = _("Terbanyak di %(place)s: %(n)s rumah tangga.") % {"place": child.label, "n": ribuan(found.missing)}
        return {
            "title": title,
            "why": why,
            "label": _("Buka %(place)s") % {"place": child.label},
            "url": reverse("area", args=[child.id]),
        }
    why = _("Tanpa jawaban mereka, keadaannya belum dapat dikatakan.")
    return {
        "title": title,
        "why": why,
        "label": _("Mulai wawancara") if may_interview else "",
        "url": sheet_people_url(sheet.place) if may_interview else "",
    }


def sheet_people_url(place: Place) -> str:
    """The list of the RT's families."""
    return reverse("poverty:list", args=[place.id]) + "?putusan=belum"


def _figure(meaning: str, value: str, unit: str, note: str, how_url: str) -> Entry:
    return {"meaning": meaning, "value": value, "unit": unit, "note": note, "how_url": how_url}


def _n(own: Figures) -> dict[str, str]:
    return {"n": ribuan(own.under_five), "m": ribuan(own.elderly)}


def _age(own: Figures, on: date) -> str:
    if own.oldest is None:
        return _("belum ada wawancara")
    return _("yang tertua %(age)s") % {"age": umur(own.oldest, on)}


def _of_judged(safe: Safe) -> str:
    unsaid = safe.verdicts[Label.CANNOT_BE_SAID]
    return _("%(n)s belum dapat dikatakan") % {"n": counted(unsaid)}


def _ordered(counts: Mapping[str, int], safe: Mapping[str, Count]) -> list[tuple[str, Count]]:
    """The most frequent first; hidden ones last and by code, so that their order tells nothing."""
    shown = sorted((code for code in counts if safe[code] is not HIDDEN and counts[code]), key=lambda c: -counts[c])
    hidden = sorted(code for code in counts if safe[code] is HIDDEN)
    return [(code, safe[code]) for code in (*shown, *hidden)]


def _columns() -> list[Column]:
    numbers = (
        _("Rumah tangga"),
        _("Belum diwawancarai"),
        _("Pasti miskin"),
        _("Belum dapat dikatakan"),
        _("Data tertua"),
    )
    return [Column(_("Wilayah")), *(Column(label, is_number=True) for label in numbers)]


def _child(child: Place | tuple[Place, str], found: Figures, safe: Safe | None, on: date) -> Row:
    place, label = child if isinstance(child, tuple) else (child, child.label)
    told = (safe or plain(found)).verdicts
    age = span((on - found.oldest).days) if found.oldest else _("belum ada")
    counts = [counted(told[Label.POOR]), counted(told[Label.CANNOT_BE_SAID])] if found.judged else [MISSING, MISSING]
    known = [ribuan(found.households), ribuan(found.missing)] if found.rts else [MISSING, MISSING]
    return Row([label, *known, *counts, age], reverse("area", args=[place.id]))


def _far(place: Place) -> tuple[Place, str]:
    """An RT far from the page says in which desa it lies."""
    return place, " · ".join(step.label for step in reversed(place.way[-2:]))


def _urgency(found: Figures, safe: Safe, path: str) -> tuple[int, int, str]:
    """A hidden count must not show in the order either."""
    poor = safe.verdicts[Label.POOR]
    return -poor if isinstance(poor, int) else 0, -found.missing, path
