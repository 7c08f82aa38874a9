"""RT 003 draws itself: evenings in which neighbours made the pictures of social mapping."""

from __future__ import annotations

from datetime import date
from typing import Any

from rukun.mapping.actions import entries, rankings, sheets
from rukun.mapping.queries import sheets as kept
from rukun.mapping.queries.sheets import GROUP
from rukun.mapping.types import Tool
from rukun.poverty.queries import standings
from rukun.site.demo import events, ground
from rukun.site.demo.story import Story
from rukun.territory import queries as territory

RT = "003"
LANDMARKS = (
    ("Musala Al-Hikmah", "facility", 0.3, 0.6), ("Posyandu Melati", "facility", 0.55, 0.5),
    ("Balai RT", "facility", 0.5, 0.75), ("Tikungan yang tergenang", "hazard", 0.8, 0.25),
    ("Tebing longsor di belakang gang", "hazard", 0.15, 0.85), ("Sumur bor bersama", "water", 0.65, 0.35),
    ("Kebun karet tua", "land", 0.35, 0.2), ("Tanah kosong milik desa", "land", 0.85, 0.7),
)  # fmt: skip
STOPS = (
    ("Ujung gang utara", "Rumah rapat", "Tanah padat, air sumur keruh", "Tidak ada selokan", "Warga siap kerja bakti"),
    ("Balai RT", "Pertemuan dan posyandu", "Lantai semen", "Atap bocor di satu sudut", "Halaman luas"),
    ("Tepi sungai", "Kebun sayur", "Lempung, banjir tiap tahun", "Titian lapuk", "Air untuk menyiram sepanjang tahun"),
    ("Kebun karet tua", "Karet tidak disadap", "Tanah merah", "", "Dapat ditanami jahe di sela pohon"),
)
EVENTS = (
    (1978, None, "Kampung dibuka oleh dua belas rumah tangga", "Tanah dibagi rata", "Tetua kampung"),
    (1997, 1998, "Kebakaran hutan dan krisis moneter", "Kebun habis, banyak yang merantau", "Tetua kampung"),
    (2006, None, "Listrik masuk gang utara", "Anak dapat belajar malam", "Mantan ketua RT"),
    (2021, 2022, "Pandemi dan banjir besar", "Usaha tutup, warga dapur umum bersama", "Kader posyandu"),
)
SEASONS = (
    ("Banjir di tikungan", "disaster", "331000000123"), ("Demam berdarah", "illness", "232100000012"),
    ("Panen sayur", "work", "000012331000"), ("Paceklik", "food", "130000000023"),
    ("Uang sekolah", "spending", "010003200000"), ("Haul dan maulid", "custom", "000000001330"),
)  # fmt: skip
INSTITUTIONS = (
    ("Posyandu Melati", 3, 3, "Kader tinggal di gang yang sama"), ("Puskesmas", 3, 1, "Jauh, angkutan jarang"),
    ("Kelompok yasinan ibu-ibu", 2, 3, ""), ("Pemerintah desa", 3, 2, ""), ("Koperasi karet", 2, 1, "Lama tidak rapat"),
    ("Karang taruna", 1, 2, "Banyak yang merantau"),
)  # fmt: skip
ACTORS = (
    ("Kader posyandu", 3, "for", "Dipercaya para ibu"), ("Tetua adat", 3, "neutral", "Menunggu diajak bicara"),
    ("Pemilik warung besar", 2, "against", "Khawatir jalan ditutup saat kerja"), ("Guru ngaji", 2, "for", ""),
    ("Pemuda perantau", 1, "neutral", "Jarang pulang"),
)  # fmt: skip
CUSTOMS = (
    ("Gotong royong hari Minggu", "Tiap rumah mengirim satu orang", "rare", "Tenaga untuk selokan"),
    ("Pantangan menebang pohon di hulu", "Dijaga tetua", "alive", "Menahan longsor"),
    ("Lumbung padi bersama", "Dulu tiap panen disisihkan", "fading", "Cadangan saat paceklik"),
)
RESOURCES = (
    ("Tukang kayu dan tukang batu", "human", "7 orang", "partly", ""),
    ("Kelompok yasinan", "social", "32 anggota", "used", ""),
    ("Tanah kosong milik desa", "natural", "setengah hektare", "unused", "Kebun bibit bersama"),
    ("Mesin jahit bekas program", "physical", "4 unit", "unused", ""), ("Kas RT", "financial", "", "used", ""),
)  # fmt: skip
TRENDS = (
    ("Hasil karet", "kuintal", "down", "Pohon tua, harga turun", (40, 34, 30, 22, 18)),
    ("Anak yang lanjut ke SMA", "orang", "up", "Ada bus sekolah", (9, 11, 12, 15, 17)),
)
CLASSES = (
    (1, "Berada", "Rumah beton, punya kebun sawit, anak kuliah", False),
    (2, "Cukup", "Rumah papan baik, penghasilan tetap, makan tiga kali", False),
    (3, "Susah", "Rumah menumpang atau bocor, kerja harian, sering berutang", True),
)
GROUPS = (("Kelompok ibu-ibu", 9, 0), ("Kelompok bapak-bapak", 0, 8))
ROOM = {"women": 14, "men": 12, "poor": 6, "disability": 1}
FINISHED = (Tool.MAP, Tool.HISTORY, Tool.SEASONS, Tool.INSTITUTIONS)


def draw(story: Story) -> None:
    """Every tool has something on it, four are finished."""
    acts = _acts(story)
    for tool, rows in _rows(story).items():
        for fields in rows:
            entries.add(kind=tool, fields=fields, **acts)
        sheets.meet(tool=tool, room=ROOM | {"met_on": acts["on"]}, **acts)
    _rank(story, acts)
    for tool in FINISHED:
        sheets.finish(tool=tool, **acts)


def _acts(story: Story) -> dict[str, Any]:
    rt, on = story.ground.rts[RT], story.day(12)
    path = territory.path_of(rt)
    return {"rt_id": rt, "path": path, "year": story.until.year, "on": on, "by": story.cast["ketua-rt03"]}


def _rows(story: Story) -> dict[str, list[dict[str, Any]]]:
    return {
        Tool.MAP: [_landmark(story, *row) for row in LANDMARKS],
        Tool.TRANSECT: [_named("order place land_use soil_water problem potential", n, *r) for n, r in _counted(STOPS)],
        Tool.HISTORY: [_named("since until what effect source", *row) for row in EVENTS],
        Tool.SEASONS: [_named("name kind months", *row) for row in SEASONS],
        Tool.INSTITUTIONS: [_named("name importance closeness reason", *row) for row in INSTITUTIONS],
        Tool.ACTORS: [_named("role influence stance reason", *row) for row in ACTORS],
        Tool.CUSTOMS: [_named("name practice state use", *row) for row in CUSTOMS],
        Tool.RESOURCES: [_named("name capital amount use idea", *row) for row in RESOURCES],
        Tool.TRENDS: [_trend(story.until, *row) for row in TRENDS],
        Tool.WELFARE: [_named("order name criteria is_poor", *row) for row in CLASSES],
    }


def _counted(rows: Any) -> Any:
    return enumerate(rows, start=1)


def _named(names: str, *values: Any) -> dict[str, Any]:
    return dict(zip(names.split(), values, strict=True))


def _landmark(story: Story, name: str, kind: str, across: float, up: float) -> dict[str, Any]:
    x, y = ground.spot_in(story.ground.cell_of(RT), across, up)
    return {"name": name, "kind": kind, "longitude": x, "latitude": y}


def _trend(until: date, name: str, unit: str, direction: str, reason: str, values: tuple[int, ...]) -> dict[str, Any]:
    first = until.year - len(values) + 1
    points = dict(enumerate(map(float, values), start=first))
    return _named("name unit direction reason points", name, unit, direction, reason, points)


def _rank(story: Story, acts: dict[str, Any]) -> None:
    """The women have placed everyone, the men two thirds; they see most households alike."""
    ladder = kept.entries(kept.sheet(acts["rt_id"], acts["year"], Tool.WELFARE))
    homes = [home.pk for home in events.homes_of(story.ground.rts[RT])]
    labels = standings.labels_of(acts["path"])
    for (name, women, men), share in zip(GROUPS, (1.0, 0.66), strict=True):
        group = entries.add(kind=GROUP, fields={"name": name, "women": women, "men": men}, **acts)
        for home in homes[: int(len(homes) * share)]:
            step = _seen(labels.get(home, ""), home, is_other=men > 0)
            rankings.place(group=group, household_id=home, rank=ladder[step], on=acts["on"], by=acts["by"])


def _seen(label: str, home: int, *, is_other: bool) -> int:
    """Neighbours mostly see what the criteria see; here and there they know better, or disagree."""
    seen = {"poor": 2, "not_poor": home % 2}.get(label, 1)
    return (seen + (home % 13 == 0) + (is_other and home % 7 == 0)) % len(CLASSES)
