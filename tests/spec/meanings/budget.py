"""What the tables about RABs and taxes ask."""

from datetime import date
from decimal import Decimal

from tests.spec.meanings.words import NOTHING, listed

from rukun.parameters import tax as parameters
from rukun.rules import budget, tax

CODES = {
    "over_plan": "melebihi rencana",
    "plan_left": "masih ada sisa rencana",
    "wages_kept": "upah cukup",
    "wages_low": "upah kurang",
    "wages_unknown": "batas upah tidak disebut",
    "wages_moved": "upah dipindah tetap upah",
    "wages_moved_unknown": "apakah upah dipindah tetap upah tidak disebut",
    "above_standard": "di atas standar {percent} %",
    "below_standard": "di bawah standar {percent} %",
    "no_standard": "harga tidak ada di daftar",
}
TAXES = {"pph21": "PPh 21", "pph22": "PPh 22", "local": "pajak daerah"}
WHY = {
    "below": "di bawah batas",
    "npwp_higher": "naik tanpa NPWP",
    "unknown_npwp": "NPWP belum ditanya",
    "unknown_rate": "tarifnya belum diketahui",
}
KINDS = {"barang": "goods", "jasa": "service", "makan": "catering", "honor": "fee"}
NPWP = {"ya": True, "tidak": False, "entah": None}


def _number(text):
    return Decimal(text.replace(".", "").replace(",", "."))


def _rupiah(text):
    return None if text == NOTHING else int(_number(text))


def _shown(amount):
    return f"{amount:,}".replace(",", ".") if amount else NOTHING


def line(spec, row):
    found = budget.amount(_number(row["volume"]), _rupiah(row["harga satuan"]))
    return {"jumlah": f"{found:,}".replace(",", ".")}


def _items(text, kind, funding="grant"):
    for part in () if text == NOTHING else text.split(","):
        days, price = part.split("×") if "×" in part else ("1", part)
        yield budget.Item(1, kind, funding, kind, "", _number(days.strip()), _rupiah(price.strip()))


def summing(spec, row):
    items = [
        *_items(row["bahan"], "material"),
        *_items(row["upah"], "wage"),
        *_items(row["honor"], "fee"),
        *_items(row["gotong royong"], "wage", "labour"),
    ]
    found = budget.totals(items)
    share = found.wage_share
    return {
        "jumlah dana RT": f"{found.grant:,}".replace(",", "."),
        "jumlah upah": f"{found.by_kind['wage']:,}".replace(",", "."),
        "bagian upah": NOTHING if share is None else f"{share.normalize():f}".replace(".", ","),
        "swadaya": f"{found.swadaya:,}".replace(",", "."),
    }


def checking(spec, row):
    paid = _rupiah(row["dibayar"])
    wage = budget.Item(
        2, "wage", "grant", "Pekerja", "HOK", Decimal(4_000_000) / paid, paid, _rupiah(row["standar harga upah"])
    )
    stuff = budget.Item(1, "material", "grant", "Bahan", "paket", Decimal(1), 9_000_000, 9_000_000)
    least = None if row["upah paling sedikit"] == NOTHING else _number(row["upah paling sedikit"])
    moved, _, silence = row["upah dipindah"].partition(", ")
    limits = budget.Limits(_rupiah(row["rencana"]), least, moved=_rupiah(moved) or 0, keeps_moved=not silence)
    reasons = budget.check([stuff, wage], limits)
    told = (CODES[each.code].format(**{n: f"{v:.0f}" for n, v in each.details if n == "percent"}) for each in reasons)
    return {"putusan": listed(sorted(told))}


def _rates():
    return [
        tax.Rate(each.tax, each.percent, each.above, each.of, each.without_npwp)
        for each in parameters.rates(date(2026, 3, 2))
    ]


def withholding(spec, row):
    bought = tax.Purchase(KINDS[row["belanja"]], _rupiah(row["jumlah"]), row["dengan PPN"] == "ya", NPWP[row["NPWP"]])
    found = tax.withheld(bought, _rates())
    kept = {each.tax: each.amount for each in found.taxes}
    why = [f"{TAXES[each.tax]} {WHY[each.code]}" for each in found.reasons]
    return {
        "PPN": _shown(kept.get("ppn")),
        "PPh 22": _shown(kept.get("pph22")),
        "PPh 23": _shown(kept.get("pph23")),
        "diterima penjual": _shown(found.to_pay),
        "catatan": listed(why),
    }


MEANINGS = {
    ("rab", "baris"): line,
    ("rab", "jumlah"): summing,
    ("rab", "periksa"): checking,
    ("pajak", "potong"): withholding,
}
