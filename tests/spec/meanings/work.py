"""What the tables about wages and what people give ask."""

from datetime import date, timedelta
from fractions import Fraction

from tests.spec.meanings.words import NOTHING

from rukun.rules.swadaya import Day, findings, is_possible, movable, share, wages, worth

MONDAY = date(2026, 5, 4)
WEEK = ("Senin", "Selasa", "Rabu")
HALVES = {"●": 2, "◐": 1}
CODES = {
    "too_young": "belum 18 tahun",
    "more_than_a_day": "lebih dari sehari",
    "rate_above": "di atas RAB",
    "rate_below": "di bawah RAB",
}


def number(text):
    return Fraction(text.replace(",", "."))


def said(value):
    """A number with a comma, as people here write it."""
    return str(int(value)) if value == int(value) else str(float(value)).replace(".", ",")


def days_of(spec):
    for worker, row in enumerate(spec.table("hari").rows):
        for place, name in enumerate(WEEK):
            mark = row[name]
            if mark != NOTHING:
                halves = HALVES[mark.strip("()")]
                on = MONDAY + timedelta(days=place)
                yield Day(worker, 1, on, halves, int(row["upah sehari"]), is_waived=mark.startswith("("))


def listed(spec, row):
    names = [each["pekerja"] for each in spec.table("hari").rows]
    own = [wage for wage in wages(days_of(spec)) if row["pekerja"] in (names[wage.worker], "semua")]
    return {
        "dibayar HOK": said(Fraction(sum(wage.paid_halves for wage in own), 2)),
        "dibayar": str(sum(wage.paid for wage in own)),
        "dihibahkan HOK": said(Fraction(sum(wage.waived_halves for wage in own), 2)),
        "dihibahkan": str(sum(wage.waived for wage in own)),
    }


def valued(spec, row):
    return {"nilai": str(worth(number(row["jumlah"]), int(row["nilai satuan"])))}


def moved(spec, row):
    try:
        left = movable({1: int(row["dihibahkan"])}, {1: int(row["sudah dipindah"])})
    except ValueError:
        return {"masih boleh": "salah"}
    return {"masih boleh": str(left.get(1, 0))}


def shared(spec, row):
    part = share(int(row["dana RT"]), int(row["swadaya"]))
    return {"bagian": NOTHING if part is None else said(part * 100)}


def looked_at(spec, row):
    days = [
        Day(1, n, MONDAY, HALVES[mark], int(row["upah sehari"])) for n, mark in enumerate(row["sehari itu"].split())
    ]
    born = {} if row["umur"] == NOTHING else {1: MONDAY.replace(year=MONDAY.year - int(row["umur"]))}
    prices = {} if row["harga RAB"] == NOTHING else {0: int(row["harga RAB"])}
    told = [CODES[each.code] for each in findings(days, born=born, prices=prices)]
    return {"yang perlu dilihat": ", ".join(told) or NOTHING}


def possible(spec, row):
    last = MONDAY + timedelta(days=int(row["hari kalender"]) - 1)
    halves = int(number(row["HOK"]) * 2)
    can = is_possible(halves=halves, workers=int(row["orang"]), first=MONDAY, last=last)
    return {"mungkin": "ya" if can else "tidak"}


MEANINGS = {
    ("upah", "daftar"): listed,
    ("upah", "nilai"): valued,
    ("upah", "alih"): moved,
    ("upah", "bagian"): shared,
    ("upah", "periksa"): looked_at,
    ("upah", "gotong royong"): possible,
}
