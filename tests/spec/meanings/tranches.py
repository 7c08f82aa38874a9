"""What the tables about tranches ask."""

from tests.spec.meanings.words import NOTHING, day, number, rupiah

from rukun.rules import tranches as rules


def shares(spec, row):
    found = rules.shares(number(row["pagu"]), row["persen"].split())
    return {"tahap": " ".join(rupiah(each) for each in found)}


def opens(spec, row):
    percent = None if row["syarat"] == NOTHING else row["syarat"]
    passed = rules.Passed(number(row["cair"]), number(row["SPJ diterima"]), number(row["dikembalikan"]))
    found = rules.before(
        passed, percent, on=day(row["hari ini"]), opens_on=day(row["hari mulai"]),
        is_last_released=row["tahap sebelumnya"] == "cair",
    )  # fmt: skip
    return {"kurang": rupiah(found.missing), "dibuka": "ya" if found.is_nothing else "tidak"}


MEANINGS = {("tahap", "bagian"): shares, ("tahap", "buka"): opens}
