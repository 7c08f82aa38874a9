"""How the room's values are said in the reader's language: notes, months, names in a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rukun.mapping.types import Capital, Direction, Note, Tool

NAMED = 3
TEACHES = {
    Tool.MAP: gettext_lazy("Di mana rumah, fasilitas, dan tempat rawan? Gambar bersama di atas batas RT."),
    Tool.TRANSECT: gettext_lazy("Berjalan dari ujung ke ujung RT. Catat yang terlihat di tiap perhentian."),
    Tool.HISTORY: gettext_lazy("Peristiwa apa yang mengubah hidup warga? Tanyakan kepada yang dituakan."),
    Tool.SEASONS: gettext_lazy("Kapan orang sibuk, sakit, kebanjiran, atau banyak keluar uang dalam setahun?"),
    Tool.INSTITUTIONS: gettext_lazy("Lembaga mana yang penting bagi warga, dan mana yang terasa jauh?"),
    Tool.ACTORS: gettext_lazy("Siapa yang berpengaruh? Tulis perannya, jangan namanya."),
    Tool.CUSTOMS: gettext_lazy("Nilai dan kebiasaan apa yang menguatkan warga, dan mana yang memudar?"),
    Tool.RESOURCES: gettext_lazy("Apa saja yang sudah dimiliki RT, dan mana yang belum dipakai?"),
    Tool.TRENDS: gettext_lazy("Apa yang naik atau turun dari tahun ke tahun, dan mengapa?"),
    Tool.WELFARE: gettext_lazy("Menurut warga sendiri, seperti apa rumah tangga yang sejahtera dan yang miskin?"),
}
ASKS = {
    Tool.MAP: gettext_lazy("Tambah titik"),
    Tool.TRANSECT: gettext_lazy("Tambah perhentian"),
    Tool.HISTORY: gettext_lazy("Tambah peristiwa"),
    Tool.SEASONS: gettext_lazy("Tambah baris kalender"),
    Tool.INSTITUTIONS: gettext_lazy("Tambah lembaga"),
    Tool.ACTORS: gettext_lazy("Tambah pelaku"),
    Tool.CUSTOMS: gettext_lazy("Tambah nilai"),
    Tool.RESOURCES: gettext_lazy("Tambah sumber daya"),
    Tool.TRENDS: gettext_lazy("Tambah yang diamati"),
    Tool.WELFARE: gettext_lazy("Tambah kelas"),
}
SENTENCES = {
    "hazards": gettext_lazy("Tempat rawan: %(names)s."),
    "houses_missing": gettext_lazy("%(n)d dari %(all)d rumah tangga belum punya titik di peta."),
    "houses_whole": gettext_lazy("Semua %(all)d rumah tangga ada di peta."),
    "outside": gettext_lazy("%(name)s berada di luar batas RT. Periksa letaknya."),
    "stop_bare": gettext_lazy("Perhentian %(place)s belum punya masalah atau potensi."),
    "stop_twice": gettext_lazy("Ada lebih dari satu perhentian ke-%(n)d. Periksa urutannya."),
    "problems_on_the_way": gettext_lazy("Masalah di sepanjang jalan: %(names)s."),
    "event_unsourced": gettext_lazy("%(what)s: belum disebut dari siapa ceritanya."),
    "events_overlap": gettext_lazy("%(one)s dan %(other)s terjadi pada masa yang sama."),
    "season_empty": gettext_lazy("%(name)s belum diberi bulan."),
    "season_peak": gettext_lazy("%(name)s: paling kuat pada %(months)s."),
    "season_clash": gettext_lazy("%(month)s: %(names)s memuncak bersamaan. Hindari kerja bakti bulan itu."),
    "important_far": gettext_lazy("Penting tetapi terasa jauh: %(names)s."),
    "strong_against": gettext_lazy("Berpengaruh besar tetapi keberatan: %(names)s. Ajak bicara dahulu."),
    "no_strong_actor": gettext_lazy("Belum ada pelaku yang berpengaruh besar. Benarkah begitu?"),
    "customs_fading": gettext_lazy("Hampir hilang: %(names)s."),
    "capital_absent": gettext_lazy("Belum ada catatan untuk modal %(capital)s."),
    "resource_no_idea": gettext_lazy("%(name)s belum dipakai, dan belum ada gagasan untuknya."),
    "trend_short": gettext_lazy("%(name)s: isi paling sedikit dua tahun agar arahnya terlihat."),
    "trend_no_reason": gettext_lazy("%(name)s: alasannya belum ditulis."),
    "trend_differs": gettext_lazy("%(name)s: menurut warga %(direction)s, tetapi angkanya %(counted)s."),
    "trend": gettext_lazy("%(name)s %(direction)s pada %(since)s–%(until)s%(reason)s."),
    "classes_few": gettext_lazy("Buat paling sedikit dua kelas, dari yang paling sejahtera."),
    "groups_few": gettext_lazy("Perlu paling sedikit dua kelompok penilai, agar dapat dibandingkan."),
    "households_unplaced": gettext_lazy("%(n)d dari %(all)d rumah tangga belum dinilai semua kelompok."),
    "groups_differ": gettext_lazy("%(n)d rumah tangga dinilai berbeda oleh kelompok. Bicarakan bersama."),
}
FOR_OTHERS = frozenset(
    ["hazards", "season_peak", "season_clash", "important_far", "customs_fading", "resources_unused", "trend"]
    + ["problems_on_the_way", "events_overlap"]
)
"""Notes that other rooms may offer as facts."""


def say(note: Note) -> str:
    """A note as a sentence; one of an older Rukun that is no longer known says nothing."""
    if note.code == "resources_unused":
        return _unused(note.values)
    sentence = SENTENCES.get(note.code)
    return str(sentence) % {key: SPOKEN.get(key, str)(value) for key, value in note.values.items()} if sentence else ""


def _unused(values: Mapping[str, object]) -> str:
    count = int(str(values["n"]))
    words = ngettext(
        "%(n)d sumber daya belum dipakai: %(names)s.", "%(n)d sumber daya belum dipakai: %(names)s.", count
    )
    return words % {"n": count, "names": listed(values["names"])}


def listed(names: Sequence[str]) -> str:
    """ "sumur, balai, kebun, dan 4 lagi"."""
    shown = ", ".join(names[:NAMED])
    more = len(names) - NAMED
    return _("%(names)s, dan %(n)d lagi") % {"names": shown, "n": more} if more > 0 else shown


def months(numbers: Sequence[int]) -> str:
    """[1, 2, 12] → "Desember–Februari": months in a row are one stretch, also over New Year."""
    return ", ".join(_stretch(run) for run in runs(numbers))


def runs(numbers: Sequence[int]) -> list[list[int]]:
    """Neighbouring months together; December and January are neighbours."""
    ordered = sorted(set(numbers))
    found = [
        [month for _place, month in run] for _key, run in groupby(enumerate(ordered), lambda pair: pair[1] - pair[0])
    ]
    if len(found) > 1 and found[0][0] == 1 and found[-1][-1] == 12:
        return [found[-1] + found[0], *found[1:-1]]
    return found


def _stretch(run: Sequence[int]) -> str:
    first, last = str(MONTHS[run[0]]), str(MONTHS[run[-1]])
    return first if len(run) == 1 else _("sepanjang tahun") if len(run) == 12 else f"{first}–{last}"


def _direction(code: str) -> str:
    return str(Direction(code).label).lower()


def _reason(words: str) -> str:
    return f" ({words})" if words else ""


SPOKEN: dict[str, Callable[..., object]] = {
    "names": listed,
    "months": months,
    "month": lambda number: MONTHS[number],
    "n": int,
    "all": int,
    "direction": _direction,
    "counted": _direction,
    "reason": _reason,
    "capital": lambda code: str(Capital(code).label).lower(),
}
