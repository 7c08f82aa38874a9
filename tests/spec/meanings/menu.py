"""What the table about the menu asks."""

from tests.spec.meanings.words import NOTHING, listed

from rukun.rules.menu import Blocked, Draft, Fact, Limit, Menu, MenuEntry, check, suggest

MILLION = 1_000_000
OUTCOMES = {
    "allowed": "boleh",
    "blocked": "tidak boleh",
    "needs_fact": "perlu jawaban",
    "unknown_kind": "jenis belum diketahui",
}
REASONS = {
    "blocked_word": "kata dilarang",
    "blocked_kind": "jenis dilarang",
    "kind_not_said": "jenis belum dipilih",
    "kind_unknown": "jenis tidak ada di menu",
    "over_ceiling": "melebihi pagu",
    "over_most": "melebihi batas jenis",
    "over_cluster": "melebihi bagian bidang",
    "fact_missing": "perlu jawaban",
    "fact_against": "syarat tidak terpenuhi",
}


def _millions(text):
    return None if text == NOTHING else int(text) * MILLION


def _words(text):
    return tuple(word.strip() for word in text.split(","))


def _entry(row):
    facts = (
        ()
        if row["pertanyaan"] == NOTHING
        else (Fact("jawaban", row["pertanyaan"], row["jawaban yang diminta"] == "ya"),)
    )
    most = _millions(row["paling banyak"])
    return MenuEntry(row["kode"], row["bidang"], row["nama"], _words(row["kata"]), facts, most, row["pasal"])


def menu_of(spec):
    pagu = spec.table("pagu").rows[0]
    blocked = tuple(
        Blocked(row["kode"], row["nama"], _words(row["kata"]), row["alasan"], row["pasal"])
        for row in spec.table("larangan").rows
    )
    limits = (Limit("fisik", "Fisik", _millions(pagu["fisik"])),)
    return Menu(tuple(map(_entry, spec.table("jenis").rows)), blocked, limits, _millions(pagu["pagu"]))


def _reason(reason):
    return REASONS[reason.code] + (f" ({reason.article})" if reason.article else "")


def checking(spec, row):
    answers = {} if row["jawaban"] == NOTHING else {"jawaban": row["jawaban"] == "ya"}
    entry = "" if row["jenis"] == NOTHING else row["jenis"]
    verdict = check(Draft(row["judul"], entry, _millions(row["biaya"]), answers), menu_of(spec))
    return {"putusan": OUTCOMES[verdict.outcome], "alasan": listed(map(_reason, verdict.reasons))}


def suggesting(spec, row):
    found = suggest(row["judul"], menu_of(spec))
    return {"mungkin": listed(f"{each.code} ({', '.join(each.words)})" for each in found)}


MEANINGS = {("menu", "periksa"): checking, ("menu", "usul"): suggesting}
