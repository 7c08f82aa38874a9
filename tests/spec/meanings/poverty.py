"""What the tables about hardship ask: the fourteen criteria, the scorecard, coverage."""

from datetime import timedelta
from decimal import Decimal

from tests.rules.rules_cases import BETTER, BPS14, POOR
from tests.spec.meanings.words import NOTHING, day, day_text, listed, number

from rukun.rules.poverty import REFUSED, UNKNOWN, classify, coverage, rule_from
from rukun.rules.poverty.ppi import card_from, judge, lookup_from

RULE = rule_from(BPS14)
LABEL = {"poor": "miskin", "not_poor": "tidak miskin", "cannot_be_said": "belum dapat dikatakan"}
HOLDS = {True: "ya", False: "tidak", None: "belum tahu"}
FIRST_FACT = {c["code"]: c.get("fact", "head_job") for c in BPS14["criteria"]}
NO_ANSWER = {"?": UNKNOWN, "x": REFUSED, "·": None}


def marked_facts(row):
    facts = {}
    for n, fact in enumerate(FIRST_FACT.values(), start=1):
        mark = row[str(n)]
        facts[fact] = {"y": POOR, "t": BETTER}[mark][fact] if mark in "yt" else NO_ANSWER[mark]
    if facts["head_job"] == BETTER["head_job"]:
        facts["head_income_month"] = BETTER["head_income_month"]
    return facts


def fourteen(spec, row):
    verdict = classify(marked_facts(row), RULE)
    settles = verdict.settles
    return {
        "pasti": str(verdict.counted),
        "belum tahu": str(len(verdict.unknown)),
        "putusan": LABEL[verdict.label],
        "miskin bila berlaku": f"{settles.holding_make_poor} dari {len(settles.open)}" if settles else NOTHING,
        "tidak bila gugur": f"{settles.failing_make_not_poor} dari {len(settles.open)}" if settles else NOTHING,
    }


JOBS = {
    "petani": "farmer",
    "buruh tani": "farm_labourer",
    "nelayan": "fisher",
    "pedagang": "other",
    "tidak bekerja": "none",
}
ASKED = {"head_job": "pekerjaan", "head_land_m2": "lahan", "head_income_month": "penghasilan"}


def head_of_family(spec, row):
    facts = {}
    if row["pekerjaan"] != NOTHING:
        facts["head_job"] = JOBS[row["pekerjaan"]]
    for column, fact in (("lahan m2", "head_land_m2"), ("penghasilan sebulan", "head_income_month")):
        if row[column] != NOTHING:
            facts[fact] = number(row[column])
    reason = next(reason for reason in classify(facts, RULE).reasons if reason.code == "head_income")
    return {"berlaku": HOLDS[reason.holds], "tanyakan": listed(ASKED[fact] for fact in reason.asks)}


def scorecard(spec):
    questions = {}
    for row in spec.table("kartu").rows:
        points = {line: int(row[line]) for line in ("garis A", "garis B")}
        questions.setdefault(row["pertanyaan"], {})[row["jawaban"]] = points
    return card_from({"key": "kartu-karangan", "questions": [{"code": c, "answers": a} for c, a in questions.items()]})


def lookup(spec):
    lines = {line: {} for line in ("garis A", "garis B")}
    for row in spec.table("tabel").rows:
        for line, table in lines.items():
            if row[line] != NOTHING:
                table[row["skor"]] = row[line].replace(",", ".")
    return lookup_from({"key": "tabel-karangan", **lines})


PPI_LABEL = {
    "likelihood": "dihitung",
    "answers_missing": "jawaban kurang",
    "not_on_card": "tidak ada di kartu",
    "no_row": "skor tanpa baris",
}


def likelihoods(spec, row):
    answers = {code: NO_ANSWER.get(row[code], row[code]) for code in ("atap", "radio", "perahu")}
    verdict = judge(scorecard(spec), lookup(spec), answers, row["garis"])
    return {
        "skor": NOTHING if verdict.score is None else str(verdict.score),
        "kemungkinan": percent(verdict.likelihood),
        "paling rendah": percent(verdict.likelihood_least),
        "paling tinggi": percent(verdict.likelihood_most),
        "hasil": PPI_LABEL[verdict.label],
    }


def percent(value):
    return NOTHING if value is None else f"{Decimal(value):f} %".replace(".", ",")


COVERED = {
    "not_stated": "jumlah belum disebut",
    "incomplete": "belum lengkap",
    "complete": "lengkap",
    "more_than_stated": "lebih dari yang disebut",
}


def covered(spec, row):
    on = day("01-06-2025")
    ages = [] if row["umur data (hari)"] == NOTHING else [int(age) for age in row["umur data (hari)"].split()]
    stated = None if row["kata RT"] == NOTHING else int(row["kata RT"])
    found = coverage(
        stated=stated, counted=int(row["terdata"]), dates=[on - timedelta(days=age) for age in ages], on=on
    )
    return {
        "bagian": NOTHING if found.share is None else f"{found.share.numerator}/{found.share.denominator}",
        "kurang": NOTHING if found.missing is None else str(found.missing),
        "lebih": NOTHING if found.excess is None else str(found.excess),
        "tertua": day_text(found.oldest),
        "tengah": NOTHING if found.median_age_days is None else str(found.median_age_days),
        "usang": str(found.stale),
        "tanpa tanggal": str(found.undated),
        "keterangan": COVERED[found.label],
    }


MEANINGS = {
    ("bps14", "rumah"): fourteen,
    ("bps14", "kerja"): head_of_family,
    ("ppi", "rumah"): likelihoods,
    ("cakupan", "rt"): covered,
}
