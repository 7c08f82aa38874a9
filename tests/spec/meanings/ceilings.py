"""What the tables about ceilings ask."""

from tests.spec.meanings.words import NOTHING

from rukun.rules.ceilings import Part, Rt, Rule, Tier, given, parted

REASONS = {
    "tier": "golongannya",
    "no_tier": "tidak ada golongan",
    "tiers_overlap": "dua golongan",
    "households_unknown": "rumah tangga belum diketahui",
    "budget_short": "anggaran kurang",
    "no_budget": "anggaran belum diisi",
}
WAYS = {"menurut rumah tangga": "by_households", "yang lama tetap": "first_keeps", "tahun depan": "next_year"}


def number(text):
    return None if text == NOTHING else int(text.replace(".", ""))


def said(amount):
    return NOTHING if amount is None else f"{amount:,}".replace(",", ".")


def by_size(spec, row):
    tiers = tuple(
        Tier(number(each["dari"]), number(each["sampai"]), number(each["jumlah"]))
        for each in spec.table("tingkat").rows
    )
    [found] = given([Rt(1, number(row["rumah tangga"]))], Rule("tiers", tiers=tiers))
    return {"pagu": said(found.amount), "sebab": REASONS[found.reason.code]}


def cut(spec, row):
    rule = Rule("scaled", number(row["jumlah"]), budget=number(row["anggaran"]), step=number(row["langkah"]))
    amounts = [each.amount for each in given([Rt(key) for key in range(int(row["banyak RT"]))], rule)]
    whole = None if None in amounts else sum(amounts)
    return {"pertama": said(amounts[0]), "terakhir": said(amounts[-1]), "bersama": said(whole)}


def within(spec, row):
    counts = [number(each) for each in row["rumah tangga"].split(", ")]
    rule = Rule("range", number(row["bawah"]), number(row["atas"]), budget=number(row["anggaran"]))
    found = given([Rt(key, count) for key, count in enumerate(counts)], rule)
    if found[0].amount is None:
        return {"pagu": REASONS[found[0].reason.code]}
    return {"pagu": ", ".join(said(each.amount) for each in found)}


def split(spec, row):
    told = [each.removeprefix("lama ") for each in row["penerus"].split(", ")]
    old = [each.startswith("lama") for each in row["penerus"].split(", ")]
    parts = [Part(key, number(count), is_old) for key, (count, is_old) in enumerate(zip(told, old, strict=True))]
    found = parted(number(row["pagu"]), parts, WAYS[row["cara"]])
    if found.unknown:
        return {"pagu penerus": REASONS["households_unknown"], "menunggu": NOTHING}
    return {"pagu penerus": ", ".join(map(said, found.amounts.values())), "menunggu": said(found.kept)}


MEANINGS = {
    ("pagu", "menurut"): by_size,
    ("pagu", "dipotong"): cut,
    ("pagu", "batas"): within,
    ("pagu", "mekar"): split,
}
