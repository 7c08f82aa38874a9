"""What the pages of programmes show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rukun.kit.reasons import Reason
from rukun.parameters.programmes import kept_criteria, kept_order, kinds
from rukun.programmes.facts import asking
from rukun.programmes.models import Scheme, Terms, Waiting
from rukun.programmes.queries.schemes import Counts
from rukun.programmes.queries.waiting import Turn
from rukun.programmes.types import State
from rukun.territory import queries as territory
from rukun.ui.icons import icon
from rukun.ui.states import STATES
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import ribuan, rupiah, span, tanggal

FEW = 10
GONE = gettext_lazy("warga yang sudah pindah")
LOOKS = {
    State.WAITING: "menunggu",
    State.ENROLLED: "selesai",
    State.REFUSED: "ditolak",
    State.WITHDRAWN: "belum",
    State.LEFT: "belum",
}
SAYS = {
    "yes": ("selesai", gettext_lazy("memenuhi syarat")),
    "open": ("menunggu", gettext_lazy("belum dapat dikatakan")),
    "no": ("ditolak", gettext_lazy("tidak memenuhi syarat")),
}
HOLDS = {
    True: ("selesai", gettext_lazy("terpenuhi")),
    None: ("menunggu", gettext_lazy("belum diketahui")),
    False: ("ditolak", gettext_lazy("tidak terpenuhi")),
}


def look(code: str, words: Any) -> SafeString:
    """A word of our own with a shape and colour of the house."""
    held = STATES[code]
    return format_html('<span class="state {}">{}<span>{}</span></span>', held.code, icon(held.shape), words)


def state(waiting: Waiting) -> SafeString:
    return look(LOOKS[State(waiting.state)], State(waiting.state).label)


def says(verdict: str, reasons: Sequence[Any]) -> SafeString:
    """What the terms say of somebody; terms that ask for nothing say nothing."""
    return look(*SAYS[str(verdict)]) if reasons else look("belum", _("syarat tidak disebut"))


def few(count: int, *, is_exact: bool) -> str:
    """A count as this reader may see it: small ones tell of families."""
    return ribuan(count) if is_exact or not 0 < count < FEW else _("di bawah %(n)s") % {"n": FEW}


def schemes(
    caption: str, held: Sequence[Scheme], counts: Mapping[int, Counts], terms: Mapping[int, Terms], *, on: date,
    is_exact: bool, empty: Empty | None = None,
) -> Table:  # fmt: skip
    places = territory.places(list({each.area_id for each in held}), on=on)
    columns = (
        Column(_("Program")), Column(_("Bidang")), Column(_("Dari")), Column(_("Menunggu"), is_number=True),
        Column(_("Diterima"), is_number=True), Column(_("Kuota"), is_number=True),
    )  # fmt: skip
    rows = [_scheme(each, places, counts.get(each.pk, Counts()), terms.get(each.pk), is_exact) for each in held]
    return Table(caption, columns, rows, empty=empty or Empty(_("Belum ada program di sini."), icon="list"))


def _scheme(each: Scheme, places: Any, count: Counts, terms: Terms | None, is_exact: bool) -> Row:
    quota = ribuan(terms.quota) if terms and terms.quota is not None else "–"
    where = places[each.area_id].label if each.area_id in places else "–"
    values = (
        each.name, each.get_field_display(), where, few(count.waiting, is_exact=is_exact),
        few(count.enrolled, is_exact=is_exact), quota,
    )  # fmt: skip
    return Row(values, url=reverse("programmes:scheme", args=[each.pk]))


def about(scheme: Scheme, place: Any) -> list[dict[str, Any]]:
    until = tanggal(scheme.until) if scheme.until else _("belum ditentukan")
    given = [kind_words(code) for code in scheme.kinds]
    told = (
        (_("Bidang"), scheme.get_field_display()),
        (_("Bentuknya"), scheme.get_form_display()),
        (_("Diberikan kepada"), scheme.get_unit_display()),
        (_("Pelaksana"), scheme.office),
        (_("Wilayah"), place.label if place else ""),
        (_("Berjalan"), _("%(since)s sampai %(until)s") % {"since": tanggal(scheme.since), "until": until}),
        (_("Jenis yang tidak boleh ganda"), ", ".join(given) or _("tidak ada")),
    )
    return [{"label": label, "value": value} for label, value in told]


def kind_words(code: str) -> str:
    """A sort of help in the reader's language."""
    held = kinds().get(code)
    return (held.en if asking.is_english() else held.id) if held else code


def criteria(terms: Terms) -> list[str]:
    """Each criterion in a sentence."""
    return [asking.spoken(each.test) for each in kept_criteria(terms.criteria)]


def gives(terms: Terms) -> str:
    """What is given, and in how many parts."""
    what = " + ".join(filter(None, (rupiah(terms.amount) if terms.amount else "", terms.goods)))
    if not what:
        return _("Tidak ada uang atau barang yang dibagikan.")
    if terms.parts == 1:
        return _("%(what)s sekaligus.") % {"what": what}
    told = {"what": what, "parts": ribuan(terms.parts), "months": ribuan(terms.months_apart)}
    return _("%(what)s dalam %(parts)s tahap, setiap %(months)s bulan.") % told


def order(terms: Terms) -> str:
    """Who comes first, in words: the steps, then who waits longest, then a lot."""
    steps = [_step(each.fact, each.first) for each in kept_order(terms.order)]
    return " → ".join([*steps, _("yang paling lama menunggu"), _("undian terbuka")])


def _step(fact: str, first: str) -> str:
    held = asking.catalogue().get(fact)
    name = held.words if held else fact
    return _("%(fact)s terbesar") % {"fact": name} if first == "largest" else _("%(fact)s terkecil") % {"fact": name}


def because(turn: Turn) -> str:
    """What put it behind the one before."""
    if turn.place is None:
        return _("di luar urutan")
    if turn.place == 1:
        return _("paling depan")
    told = {"waited": _("mengajukan sesudahnya"), "lot": _("menurut undian")}
    return told.get(turn.because) or asking.catalogue()[turn.because].words


def turns(found: Sequence[Turn], names: Mapping[int, str], on: date) -> Table:
    columns = (
        Column(_("Penerima")), Column(_("Urutan"), is_number=True), Column(_("Menurut data"), is_state=True),
        Column(_("Menunggu")), Column(_("Mengapa di urutan ini")),
    )  # fmt: skip
    rows = [
        Row(
            (
                names.get(each.waiting.head_id) or GONE, ribuan(each.place) if each.place else "–",
                says(each.verdict.state, each.verdict.reasons), span((on - each.waiting.since).days), because(each),
            ),
            url=reverse("programmes:waiting", args=[each.waiting.pk]),
        )
        for each in found
    ]  # fmt: skip
    return Table(_("Daftar tunggu"), columns, rows, empty=Empty(_("Belum ada yang menunggu."), icon="people"))


def people(caption: str, found: Sequence[Waiting], names: Mapping[int, str], empty: str) -> Table:
    columns = (Column(_("Penerima")), Column(_("Program")), Column(_("Keadaan"), is_state=True), Column(_("Sejak")))
    rows = [
        Row(
            (names.get(each.head_id) or GONE, each.scheme.name, state(each),
             tanggal(each.enrolled_on or each.since)),
            url=reverse("programmes:waiting", args=[each.pk]),
        )
        for each in found
    ]  # fmt: skip
    return Table(caption, columns, rows, empty=Empty(empty, icon="people"))


def reasons(found: Iterable[Reason], texts: Mapping[str, str]) -> list[dict[str, Any]]:
    """Each criterion with its outcome and the answer behind it."""
    return [
        {
            "text": texts.get(each.code, each.code),
            "state": look(*HOLDS[each.holds]),
            "had": _had(each),
        }
        for each in found
    ]


def _had(each: Reason) -> str:
    """The answer alone where one question decides, each with its question where several do."""
    if len(each.had) == 1:
        [(fact, value)] = each.had
        return asking.answer(fact, value)
    return "; ".join(asking.told(fact, value) for fact, value in each.had)


def frozen(found: Iterable[Mapping[str, Any]], texts: Mapping[str, str]) -> list[dict[str, Any]]:
    """The same of a decision, as it was kept that day."""
    return reasons((Reason(e["code"], e["holds"], tuple(map(tuple, e["had"])), ()) for e in found), texts)


def texts(terms: Terms) -> dict[str, str]:
    return {each.code: asking.spoken(each.test) for each in kept_criteria(terms.criteria)}


def figures(
    quota: int | None, free: int | None, waiting: int, enrolled: int, *, is_exact: bool
) -> list[dict[str, str]]:
    told = [
        {"value": few(waiting, is_exact=is_exact), "meaning": _("menunggu")},
        {"value": few(enrolled, is_exact=is_exact), "meaning": _("sedang diterima")},
    ]
    if quota is not None:
        told.append({"value": ribuan(quota), "meaning": _("kuota")})
    if free is not None and is_exact:
        told.append({"value": ribuan(free), "meaning": _("tempat tersisa")})
    return told


def doubles_open(count: int) -> str:
    return ngettext("%(n)s bantuan ganda belum diputuskan", "%(n)s bantuan ganda belum diputuskan", count) % {
        "n": ribuan(count)
    }
