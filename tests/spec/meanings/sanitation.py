"""What the tables about latrines and larvae ask."""

from tests.spec.meanings.words import NOTHING, listed, number

from rukun.rules import sanitation

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


MEANINGS = {("jamban", "tangga"): ladder, ("jamban", "bebas"): free, ("jentik", "putaran"): larvae}
