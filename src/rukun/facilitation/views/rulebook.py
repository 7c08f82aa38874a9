"""A juknis in plain words: what the money is, for what, who decides, until when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rukun.facilitation import words
from rukun.facilitation.models import Programme
from rukun.parameters.juknis import Cluster, Juknis, MenuEntry, askable, unknown
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import MISSING, ribuan, rupiah, tanggal

Pair = dict[str, object]


def pairs(juknis: Juknis) -> list[Pair]:
    """What fits in one line each; what is unknown says so."""
    meeting, choosing, answers = juknis.meeting, juknis.choosing, juknis.answers
    told = {
        _("Pagu setiap RT"): juknis.ceiling and rupiah(juknis.ceiling),
        _("Yang harus hadir"): words.quorum_words(meeting),
        _("Pada panggilan kedua"): meeting.second_quorum and words.percent_words(meeting.second_quorum),
        _("Undangan dibagikan"): meeting.notice_days and _("%(n)d hari sebelumnya") % {"n": meeting.notice_days},
        _("Yang wajib diundang"): ", ".join(each.label for each in meeting.groups),
        _("Cara memilih"): words.ways_words(choosing.ways),
        _("Pemegang suara"): choosing.unit and str(words.UNITS[choosing.unit]),
        _("Desa menjawab dalam"): _days(answers.desa),
        _("Kecamatan memeriksa dalam"): _days(answers.kecamatan),
        _("RT memperbaiki dalam"): _days(answers.rt),
        _("Kuis kesiapan"): _quiz(juknis),
        _("Dasar aturan"): juknis.regulation,
    }
    return [{"label": label, "value": value} for label, value in told.items()]


def _days(days: int | None) -> str | None:
    return None if days is None else ngettext("%(n)d hari", "%(n)d hari", days) % {"n": days}


def _quiz(juknis: Juknis) -> str | None:
    asked, needed = len(juknis.readiness.questions), juknis.readiness.needed
    if not asked:
        return None
    told = _("%(n)d pertanyaan") % {"n": asked}
    return told if needed is None else _("%(asked)s, %(n)d harus benar") % {"asked": told, "n": needed}


def clusters(juknis: Juknis) -> Table:
    columns = [Column(_("Bidang")), Column(_("Bagian pagu")), Column(_("Rupiah")), Column(_("Sumber"))]
    rows = [Row(_cluster(each, juknis.ceiling)) for each in juknis.clusters]
    return Table(_("Bidang"), columns, rows, empty=Empty(_("Juknis ini tidak membagi pagu ke bidang.")))


def _cluster(cluster: Cluster, ceiling: int | None) -> list[str]:
    share, money = words.limit_words(cluster.limit), words.money_words(cluster.limit, ceiling)
    return [cluster.label, share, money, words.source_words(cluster.source)]


def steps(juknis: Juknis) -> Table:
    columns = [Column(_("Langkah")), Column(_("Oleh")), Column(_("Mulai")), Column(_("Tenggat")), Column(_("Surat"))]
    rows = [
        Row(
            [each.label, words.actor_words(each), _day(each.since), _day(each.until), ", ".join(each.papers) or MISSING]
        )
        for each in juknis.steps
    ]
    return Table(_("Langkah"), columns, rows, empty=Empty(_("Juknis ini belum menyebut langkah.")))


def _day(day: date | None) -> str:
    return tanggal(day) if day else _("belum diketahui")


def menu(juknis: Juknis) -> Table:
    labels = {each.key: each.label for each in juknis.clusters}
    names = (_("Kegiatan"), _("Bidang"), _("Syarat"), _("Paling banyak"), _("Sumber"))
    rows = [Row(_menu_entry(each, labels[each.cluster])) for each in juknis.menu]
    return Table(_("Yang boleh"), [*map(Column, names)], rows, empty=Empty(_("Daftar kegiatan belum diketahui.")))


def _menu_entry(entry: MenuEntry, cluster: str) -> list[str]:
    facts = " ".join(fact.question for fact in entry.facts) or MISSING
    return [f"{entry.code} · {entry.label}", cluster, facts, rupiah(entry.most), words.source_words(entry.source)]


def blocked(juknis: Juknis) -> Table:
    columns = [Column(_("Kegiatan")), Column(_("Mengapa")), Column(_("Sumber"))]
    rows = [Row([each.label, each.reason, words.source_words(each.source)]) for each in juknis.blocked]
    return Table(_("Yang tidak boleh"), columns, rows, empty=Empty(_("Daftar larangan belum diketahui.")))


def open_questions(programme: Programme, *, may_answer: bool) -> Table:
    """What the juknis does not say, each leading to where it is filled in."""
    url = reverse("facilitation:fill", args=[programme.pk])
    rows = [
        Row([words.question_words(each), _("belum diketahui")], f"{url}?apa={each.path}" if may_answer else "")
        for each in unknown(programme.juknis)
    ]
    empty = Empty(_("Semua yang diperlukan sudah diketahui."), icon="check")
    return Table(_("Yang belum diketahui"), [Column(_("Pertanyaan")), Column(_("Jawaban"))], rows, empty=empty)


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
