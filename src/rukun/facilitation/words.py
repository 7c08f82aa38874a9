"""How the values of this room are said."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from rukun.facilitation.types import Need, Score
from rukun.parameters.juknis import Asked, Limit, MeetingRules, Source, Step, StepKind
from rukun.ui.words import MISSING, as_decimal, persen, rupiah

ACTORS = {
    "rt": lazy("RT"),
    "desa": lazy("desa"),
    "kecamatan": lazy("kecamatan"),
    "kabupaten": lazy("kabupaten"),
}
WAYS = {
    "consensus": lazy("Mufakat"),
    "usg": lazy("Nilai USG (mendesak, gawat, berkembang)"),
    "approval": lazy("Centang usulan yang disetujui"),
    "points": lazy("Bagi poin ke usulan"),
    "ranking": lazy("Urutkan usulan"),
}
UNITS = {"household": lazy("Setiap rumah tangga"), "adult": lazy("Setiap orang dewasa")}
WHY = {
    StepKind.SOSIALISASI: lazy("Warga yang tahu aturannya dapat ikut memutuskan."),
    StepKind.TRAINING: lazy("Pengurus yang terlatih tidak takut salah menulis laporan."),
    StepKind.READINESS: lazy("Lima menit ini mencegah usulan dicoret belakangan."),
    StepKind.MAPPING: lazy("Peta bersama memperlihatkan siapa yang terlewat."),
    StepKind.NEEDS: lazy("Usulan yang baik menjawab akar masalah, bukan gejalanya."),
    StepKind.PROPOSALS: lazy("Yang tidak ditulis tidak dapat dipilih."),
    StepKind.MEETING: lazy("Keputusan warga hanya sah lewat musyawarah."),
    StepKind.CHOICE: lazy("Warga melihat mengapa sebuah usulan terpilih."),
    StepKind.DESA: lazy("Desa menjawab setiap usulan."),
    StepKind.KECAMATAN: lazy("Kecamatan memeriksa sebelum uang turun."),
    StepKind.PLAN: lazy("Warga dapat memeriksa apa yang akan dikerjakan."),
    StepKind.OTHER: lazy("Langkah ini diminta juknis."),
}
DO = {
    StepKind.SOSIALISASI: lazy("Catat sosialisasi"),
    StepKind.TRAINING: lazy("Catat pelatihan"),
    StepKind.READINESS: lazy("Kerjakan kuis"),
    StepKind.MAPPING: lazy("Buka pemetaan"),
    StepKind.NEEDS: lazy("Buka masalah dan harapan"),
    StepKind.PROPOSALS: lazy("Buka usulan"),
    StepKind.MEETING: lazy("Buka musyawarah"),
    StepKind.CHOICE: lazy("Buka pemilihan"),
    StepKind.PLAN: lazy("Buka rencana"),
    StepKind.OTHER: lazy("Tandai selesai"),
}
MISSING_OF = {
    StepKind.SOSIALISASI: lazy("Belum ada sosialisasi yang tercatat."),
    StepKind.TRAINING: lazy("Belum ada pelatihan pengurus yang tercatat."),
    StepKind.READINESS: lazy("Kuis belum lulus."),
    StepKind.MAPPING: lazy("Pemetaan belum dinyatakan selesai."),
    StepKind.NEEDS: lazy("Masalah dan harapan belum dinyatakan selesai."),
    StepKind.PROPOSALS: lazy("Daftar usulan belum ditutup."),
    StepKind.MEETING: lazy("Musyawarah belum diputuskan."),
    StepKind.CHOICE: lazy("Pilihan warga belum dihitung."),
    StepKind.DESA: lazy("Desa belum menjawab semua usulan."),
    StepKind.KECAMATAN: lazy("Kecamatan belum memeriksa semua usulan."),
    StepKind.PLAN: lazy("Rencana belum diumumkan."),
    StepKind.OTHER: lazy("Belum ditandai selesai."),
}


def actor_words(step: Step) -> str:
    return str(ACTORS[step.actor])


def missing_words(step: Step) -> str:
    """What an unfinished step still lacks, with the papers it leaves."""
    lack = str(MISSING_OF[step.kind])
    return _("%(lack)s Surat: %(papers)s.") % {"lack": lack, "papers": ", ".join(step.papers)} if step.papers else lack


def reasons(need: Need) -> list[str]:
    """Why an RT wants help, the heaviest first."""
    told = []
    if not need.is_counted:
        told.append(_("Warganya belum tercatat"))
    if need.late:
        told.append(_("Lewat tenggat: %(steps)s") % {"steps": ", ".join(need.late)})
    if not need.has_helper:
        told.append(_("Belum ada pendamping"))
    return told


def question_words(asked: Asked) -> str:
    return _(asked.question).format(name=asked.about)


def source_words(source: Source) -> str:
    """The article, and a page as a link that shows whose it is."""
    told = [told for told in (source.article, _linked(source.text)) if told]
    return format_html_join(" · ", "{}", ((each,) for each in told)) or MISSING


def _linked(text: str) -> str:
    """An address as its site's name; any other text as it stands."""
    site = urlsplit(text).hostname if text.startswith("https://") else ""
    return format_html('<a href="{}" rel="noreferrer">{}</a>', text, site) if site else text


def percent_words(written: str | None) -> str:
    """A per cent as the juknis writes it: "37.5" → "37,5 %"."""
    return MISSING if written is None else persen(as_decimal(written) / 100)


def limit_words(limit: Limit) -> str:
    if not limit.is_known:
        return _("belum diketahui")
    least, most = (each and percent_words(each) for each in (limit.at_least, limit.at_most))
    return _between(least, most)


def money_words(limit: Limit, ceiling: int | None) -> str:
    """The same share in rupiah."""
    if ceiling is None or not limit.is_known:
        return MISSING
    bounds = (limit.least_of(ceiling), limit.most_of(ceiling))
    return _between(*(None if each is None else rupiah(each) for each in bounds))


def _between(least: str | None, most: str | None) -> str:
    told = [_("paling sedikit %(n)s") % {"n": least}] if least else []
    told += [_("paling banyak %(n)s") % {"n": most}] if most else []
    return ", ".join(told) or _("tidak dibatasi")


def quorum_words(meeting: MeetingRules) -> str:
    if meeting.quorum is None:
        return _("belum diketahui")
    words = _("lebih dari %(n)s rumah tangga") if meeting.is_more_than else _("paling sedikit %(n)s rumah tangga")
    return words % {"n": percent_words(meeting.quorum)}


def score_words(score: Score | None) -> str:
    """ "2 dari 10 benar"; a dash when it was not asked."""
    return MISSING if score is None else _("%(right)d dari %(of)d benar") % {"right": score.right, "of": score.of}


def change_words(before: Score | None, after: Score | None) -> str:
    """What the two sittings say together, in one breath."""
    if before is None or after is None:
        return _("Soal belum ditanyakan dua kali.")
    if after.share == before.share:
        return _("Pemahaman tetap: %(n)s jawaban benar.") % {"n": persen(after.share, 0)}
    words = _("Pemahaman naik dari %(before)s menjadi %(after)s.")
    if (after.share or 0) < (before.share or 0):
        words = _("Pemahaman turun dari %(before)s menjadi %(after)s.")
    return words % {"before": persen(before.share, 0), "after": persen(after.share, 0)}


def ways_words(ways: Sequence[str]) -> str:
    return ", ".join(str(WAYS[way]) for way in ways) or _("belum diketahui")
