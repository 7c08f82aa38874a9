"""What the tables about help ask: who may have it, who comes first, and what is the same help twice."""

from tests.spec.meanings.words import NOTHING, listed

from rukun.kit.conditions import Among, AtLeast
from rukun.kit.reasons import Criterion
from rukun.rules import programmes

TERMS = (Criterion("old", AtLeast("umur", 60)), Criterion("poor", Among("putusan", frozenset({"poor"}))))


def whole(text):
    return None if text == NOTHING else int(text)


def terms(spec, row):
    known = {"umur": whole(row["umur"]), "putusan": None if row["putusan"] == NOTHING else row["putusan"]}
    told = programmes.eligible(TERMS, {name: value for name, value in known.items() if value is not None})
    return {"boleh": told.state, "masih ditanya": listed(told.missing)}


def order(spec, row):
    asked = (each.split(":") for each in row["menunggu (nama:sejak:serumah)"].split())
    waiting = [programmes.Waiting(key, int(since), {"serumah": whole(size)}) for key, since, size in asked]
    steps = [programmes.Step("serumah", largest_first=True)]
    placed = programmes.ordered(waiting, steps, seed="rekaan")
    return {
        "urutan": listed([each.key for each in placed]),
        "karena": listed([each.because or NOTHING for each in placed]),
    }


def doubles(spec, row):
    found = programmes.doubles(_aid(row, ""), [_aid(row, " lain")])
    return {"ganda": found[0].nearness if found else NOTHING}


def _aid(row, whose):
    held = {name: whole(row[name + whose]) for name in ("orang", "rumah", "kartu", "dari", "sampai")}
    return programmes.Aid(
        "p",
        held["orang"],
        frozenset({row["jenis" + whose]}),
        held["dari"],
        held["sampai"],
        held["rumah"],
        held["kartu"],
    )


MEANINGS = {("bantuan", "syarat"): terms, ("bantuan", "urutan"): order, ("bantuan", "ganda"): doubles}
