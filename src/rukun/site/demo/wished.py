"""What the neighbours of the invented desa said, and the roots they found beneath it."""

from __future__ import annotations

from typing import Any

from rukun.needs.actions import statements, trees
from rukun.needs.queries.trees import CAUSE, EFFECT
from rukun.site.demo.story import Story
from rukun.territory import queries as territory

Voice = tuple[str, str, str, str]
MOTHER, YOUTH, FATHER, ELDER = (
    ("female", "adult", "poor", ""), ("male", "young", "", ""), ("male", "adult", "not_poor", ""),
    ("female", "elderly", "poor", "with"),
)  # fmt: skip
SAID: dict[str, tuple[tuple[str, str, Voice, str], ...]] = {
    "flood": (
        ("problem", "Setiap hujan besar air masuk dapur, kayu bakar basah semua.", MOTHER, "group"),
        ("problem", "Anak sekolah menyeberang air kotor, pulangnya gatal-gatal.", MOTHER, "fgd"),
        ("problem", "Motor mogok di tikungan kalau banjir, terpaksa jalan kaki.", YOUTH, "sosialisasi"),
        ("problem", "Parit lama penuh lumpur, tidak ada yang mengeruk.", FATHER, "meeting"),
        ("hope", "Semoga parit sampai ke sungai, jadi halaman tidak tergenang.", ELDER, "home"),
        ("idea", "Kami punya cangkul dan gerobak, hari Minggu bisa kerja bakti.", YOUTH, "meeting"),
    ),
    "water": (
        ("problem", "Sumur kering kalau kemarau, saya ambil air ke RT sebelah.", ELDER, "home"),
        ("problem", "Air sumur keruh, untuk minum harus beli galon.", MOTHER, "group"),
        ("hope", "Ingin ada sumur bor bersama di dekat posyandu.", MOTHER, "fgd"),
    ),
    "children": (
        ("problem", "Balita di posyandu ada yang berat badannya tidak naik.", MOTHER, "group"),
        ("hope", "Anak-anak perlu tempat membaca, jangan main gawai terus.", FATHER, "sosialisasi"),
    ),
}  # fmt: skip
TREES: dict[str, tuple[str, str, tuple[str, ...], tuple[tuple[str, tuple[str, ...], str], ...]]] = {
    "flood": (
        "roads", "Gang tergenang setiap hujan besar", ("Anak sering gatal dan diare", "Warga sulit berangkat kerja"),
        (
            ("Parit tidak mengalir ke sungai", ("Ujung parit tertutup tanah longsoran",), "Parit mengalir ke sungai"),
            ("Jalan gang lebih rendah dari rumah", (), "Jalan gang tidak lagi menampung air"),
            ("Sampah menyumbat saluran", ("Belum ada yang mengangkut sampah",), "Sampah diangkut setiap pekan"),
        ),
    ),
    "water": (
        "water", "Air bersih kurang saat kemarau", ("Uang habis untuk membeli air galon",),
        (
            ("Sumur warga dangkal", (), "Ada sumber air yang tidak kering"),
            ("Belum ada penampungan bersama", (), "Air hujan dan sumur tertampung"),
        ),
    ),
    "children": (
        "health", "Balita dan anak kurang diperhatikan", ("Berat badan balita tidak naik",),
        (
            ("Makanan tambahan posyandu tidak rutin", (), "Posyandu memberi makanan tambahan setiap bulan"),
            ("Tidak ada tempat belajar di RT", (), "Anak punya tempat belajar sore hari"),
        ),
    ),
}  # fmt: skip

Roots = dict[str, Any]
"""The words of a cause → its node."""


def listen(story: Story, number: str, *, by: Any, before: int, themes: tuple[str, ...]) -> Roots:
    """Statements of an RT put with core problems, each with its tree; gives the causes by their words."""
    rt = story.ground.rts[number]
    home = {"rt_id": rt, "path": territory.path_of(rt), "year": story.year}
    roots: Roots = {}
    for late, theme in enumerate(themes):
        day = story.day(before - late)
        problem = _planted(home, theme, day, by)
        for kind, words, (sex, age, welfare, disability), occasion in SAID[theme]:
            voice = {"sex": sex, "age": age, "welfare": welfare, "disability": disability}
            said = {"kind": kind, "words": words, "occasion": occasion, "on": day, **voice}
            kept = statements.keep(**home, said=said, on=day, by=by)
            statements.group(statement=kept, problem=problem, by=by)
        roots |= _grown(problem, theme, day, by)
    return roots


def _planted(home: dict[str, Any], theme: str, day: Any, by: Any) -> Any:
    sector, words, _effects, _causes = TREES[theme]
    return trees.plant(**home, words=words, theme=sector, on=day, by=by)


def _grown(problem: Any, theme: str, day: Any, by: Any) -> Roots:
    _sector, _words, effects, causes = TREES[theme]
    core, roots = problem.nodes.get(is_core=True), {}
    for words in effects:
        trees.grow(node=core, side=EFFECT, words=words, on=day, by=by)
    for words, deeper, hoped in causes:
        roots[words] = trees.grow(node=core, side=CAUSE, words=words, on=day, by=by)
        trees.hope(node=roots[words], words=hoped, by=by)
        for root in deeper:
            roots[root] = trees.grow(node=roots[words], side=CAUSE, words=root, on=day, by=by)
    return roots
