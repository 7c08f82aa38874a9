"""What the tables about tiers of households ask."""

import yaml

from rukun.kit.problems import Problem
from rukun.parameters import juknis
from rukun.parameters.files import shipped

JAMBI = "juknis/jambi_kampung_bahagia_2026"
MILLION = 1_000_000


def ceiling(spec, row):
    tier = juknis.load(JAMBI).money.allocation.tier(int(row["KK"]))
    return {"pagu (juta)": str(tier.amount // MILLION) if tier else "–"}


def checked(spec, row):
    spans = [_span(each) for each in row["tingkat"].split("; ")]
    tiers = [each for each in spans if each["amount"]]
    gaps = [{name: each[name] for name in ("at_least", "at_most")} for each in spans if not each["amount"]]
    file = yaml.safe_load(shipped(JAMBI))
    file["money"]["allocation"] |= {"tiers": tiers, "unsettled": gaps}
    try:
        juknis.read(yaml.safe_dump(file), "juknis/uji")
    except Problem as problem:
        return {"jawaban": problem.code, "KK": problem.details["households"]}
    return {"jawaban": "diterima", "KK": "–"}


def _span(written):
    households, amount = written.split(": ")
    least, _, most = households.strip("+").partition("-")
    told = {"at_least": int(least), "at_most": int(most) if most else None}
    return told | {"amount": None if amount == "?" else int(amount) * MILLION}


MEANINGS = {("tingkat", "pagu"): ceiling, ("tingkat", "periksa"): checked}
