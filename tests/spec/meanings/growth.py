"""What the tables about growing children ask."""

from datetime import date

import numpy as np
from tests.spec.meanings.words import NOTHING, number

from rukun.parameters.growth import classes, tables
from rukun.rules import growth

INDICES = {"BB/U": "waz", "TB/U": "haz", "BB/TB": "whz", "IMT/U": "baz", "IMT/U sekolah": "baz_school"}
TABLES = {name: growth.Table(held.first, held.per, held.lms) for name, held in tables().items()}


def decimal(text):
    return float("nan") if text == NOTHING else float(text.replace(",", "."))


def shown(z):
    return NOTHING if np.isnan(z) else f"{z:.2f}".replace(".", ",")


def fraction(value):
    return NOTHING if value is None else str(value)


def category(spec, row):
    held = classes(date(2026, 1, 1)).of[INDICES[row["indeks"]]]
    cuts = [growth.Cut(each.until, each.is_up_to, each.code) for each in held]
    [code] = growth.classed(np.array([decimal(row["simpangan"])]), cuts)
    return {"kategori": {each.code: each.id for each in held}[code]}


def child(spec, row):
    measured = growth.Measured.of(
        sex=[number(row["kelamin"])], age_days=[number(row["umur hari"])], weight_kg=[decimal(row["berat"])],
        lenhei_cm=[decimal(row["panjang"])], is_lying=[row["cara"] == "telentang"],
        has_oedema=[row["bengkak"] == "ya"],
    )  # fmt: skip
    z = growth.scores(measured, TABLES).z
    return {name: shown(z[INDICES[name]][0]) for name in ("BB/U", "TB/U", "BB/TB")}


def marks(spec, row):
    told = [(n, text) for n, text in enumerate(row["berat gram"].split()) if text != NOTHING]
    weighings = [growth.Weighing(n, int(text)) for n, text in told]
    least = dict.fromkeys(range(20), number(row["KBM gram"]))
    in_a_row = growth.marked(weighings, least).in_a_row
    return {"tanda": " ".join(growth.marks_of(weighings, least)), "T berturut-turut": str(in_a_row)}


def skdn(spec, row):
    told = growth.shares(growth.Skdn(*(number(row[name]) for name in ("S", "K", "D", "N", "D′"))))
    found = (told.coverage, told.continuity, told.participation, told.success, told.growth)
    return dict(zip(("K/S", "D/K", "D/S", "N/S", "N/D′"), map(fraction, found), strict=True))


MEANINGS = {
    ("tumbuh", "kategori"): category,
    ("tumbuh", "nilai"): child,
    ("tumbuh", "tanda"): marks,
    ("tumbuh", "skdn"): skdn,
}
