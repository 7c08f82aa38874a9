"""What the tables about quorum and representation ask."""

from tests.spec.meanings.words import NOTHING

from rukun.rules.quorum import Group, Rule, quorum, representation

STATES = {"met": "ya", "short": "belum", "unknown": "diputuskan rapat"}
REASONS = {
    "enough": "cukup",
    "more_needed": "kurang",
    "nobody": "tidak seorang pun hadir",
    "no_households": "belum ada rumah tangga",
    "not_said": "juknis tidak menyebut",
}


def share(text):
    return None if text == NOTHING else text.removeprefix("lebih dari ")


def said(value):
    return NOTHING if value is None else str(value)


def judged(spec, row):
    written, second = row["juknis"], row.get("kedua")
    rule = Rule(share(written), written.startswith("lebih"), share(second) if second else None, second is not None)
    found = quorum(int(row["rumah tangga"]), int(row["hadir"]), rule)
    told = {"kuorum": STATES[found.state], "perlu": said(found.needed), "kurang": said(found.missing)}
    return told | ({"alasan": REASONS[found.reasons[0].code]} if "alasan" in row else {})


def represented(spec, row):
    key = row["kelompok"]
    lacks = representation({key: int(row["orang"])}, int(row["dari"]), (Group(key, share(row["bagian"])),))
    if not lacks:
        return {"kurang": NOTHING}
    return {"kurang": "tidak mungkin" if lacks[0].more is None else str(lacks[0].more)}


MEANINGS = {
    ("kuorum", "pertama"): judged,
    ("kuorum", "kedua"): judged,
    ("kuorum", "diam"): judged,
    ("kuorum", "wakil"): represented,
}
