"""What the tables about latrines and larvae ask."""

from datetime import date
from fractions import Fraction

from tests.spec.meanings.words import NOTHING, listed, number

from rukun.parameters import sanitation as dated
from rukun.rules import sanitation

ON = date(2026, 7, 1)

SAID = {"ya": True, "tidak": False, NOTHING: None}


def answer(text):
    return None if text == NOTHING else text


def ladder(spec, row):
    parts = (answer(row[name]) for name in ("pemakaian", "kloset", "pembuangan"))
    told = sanitation.ladder(sanitation.Latrine(*parts, SAID[row["disedot"]]), is_rural=SAID[row["desa"]])
    return {
        "anak tangga": told.rung or NOTHING,
        "yang menahan": told.lift or NOTHING,
        "belum diketahui": listed(told.missing),
    }


def free(spec, row):
    told = sanitation.free_of_open_defecation(
        houses=number(row["rumah tangga"]), open_=number(row["masih terbuka"]), unknown=number(row["belum diketahui"])
    )
    return {"boleh": "ya" if told.holds else "tidak", "alasan": told.reason or NOTHING, "banyaknya": str(told.count)}


def larvae(spec, row):
    seen = (
        []
        if row["rumah diperiksa"] == NOTHING
        else [map(int, each.split("/")) for each in row["rumah diperiksa"].split()]
    )
    told = sanitation.larvae([sanitation.House(*each) for each in seen])
    found = (told.free_share, told.house_index, told.container_index, told.breteau)
    return {
        name: NOTHING if each is None else str(each)
        for name, each in zip(("ABJ", "HI", "CI", "BI"), found, strict=True)
    }


def density(spec, row):
    steps = dated.density(ON).of[row["angka"]]
    figure = sanitation.density(Fraction(row["nilai"]), steps.steps, steps.above)
    return {"kepadatan": NOTHING if figure is None else str(figure)}


def houses(spec, row):
    floor, openings = (
        None if row[name] == NOTHING else int(Fraction(row[name]) * 100) for name in ("luas m2", "bukaan m2")
    )
    people = None if row["penghuni"] == NOTHING else int(row["penghuni"])
    house = sanitation.Measured(floor, people, None, openings, (SAID[row["bangunan kuat"]],))
    return {code: verdict(sanitation.decent(house, limit(code))) for code in dated.LIMITS}


def limit(code):
    told = dated.house_limit(code, ON)
    share = None if told.openings_share is None else Fraction(told.openings_share)
    return sanitation.Limit(Fraction(told.floor_m2), told.height_cm, share)


def verdict(told):
    return "layak" if told.holds else ", ".join(told.against) or "belum jelas"


MEANINGS = {
    ("jamban", "tangga"): ladder,
    ("jamban", "bebas"): free,
    ("jentik", "putaran"): larvae,
    ("jentik", "kepadatan"): density,
    ("rumah", "batas"): houses,
}
