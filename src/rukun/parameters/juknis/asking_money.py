"""What a juknis leaves open about money, asked once the plan stands: by theme, each in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from typing import Any

from rukun.kit.problems import marked
from rukun.parameters.juknis.asking_parts import Answer, Asked, Kind, Theme, asking, written
from rukun.parameters.juknis.types import Juknis
from rukun.parameters.juknis.types_money import AllocationRule, MoneyRules

BUNDLES = (
    ("rab", marked("Siapa yang memeriksa RAB?"), marked("Berapa hari untuk memeriksa RAB?")),
    (
        "request",
        marked("Siapa yang memeriksa permintaan pencairan?"),
        marked("Berapa hari untuk memeriksa permintaan pencairan?"),
    ),
    ("spj", marked("Siapa yang memeriksa SPJ?"), marked("Berapa hari untuk memeriksa SPJ?")),
    ("lpj", marked("Siapa yang memeriksa LPJ?"), marked("Berapa hari untuk memeriksa LPJ?")),
)
CHANNELS = {
    "all": marked("Lewat anggaran siapa uang sampai ke RT?"),
    "desa": marked("Lewat anggaran siapa uang sampai ke RT di desa?"),
    "kelurahan": marked("Lewat anggaran siapa uang sampai ke RT di kelurahan?"),
}
FLOWS = {
    "all": marked("Apakah RT menerima uang sebelum atau sesudah belanja?"),
    "desa": marked("Apakah RT di desa menerima uang sebelum atau sesudah belanja?"),
    "kelurahan": marked("Apakah RT di kelurahan menerima uang sebelum atau sesudah belanja?"),
}
PLAIN: tuple[tuple[str, Kind, Theme, str], ...] = (
    ("eligibility.register", "text", "ceiling", marked("Daftar mana yang menentukan RT penerima?")),
    ("eligibility.at_split", "at_split", "ceiling", marked("Bila RT dipecah di tengah tahun, ke mana uangnya?")),
    ("wages.at_least", "percent", "spending", marked("Berapa persen RAB paling sedikit untuk upah?")),
    ("wages.may_move_waived", "flag", "spending", marked("Bolehkah upah yang direlakan warga dialihkan?")),
    ("wages.hours", "count", "spending", marked("Berapa jam kerja dalam satu HOK (hari orang kerja)?")),
    ("has_shift", "flag", "spending", marked("Bolehkah musyawarah menggeser bagian antarbidang?")),
    ("tax_by", "tax_by", "spending", marked("Siapa yang memotong dan menyetor pajak?")),
    ("leftover", "leftover", "closing", marked("Apa yang terjadi dengan uang yang tidak habis (SiLPA)?")),
    ("assets.owner", "text", "closing", marked("Milik siapa barang yang dibeli?")),
    (
        "assets.is_handed_over",
        "flag",
        "closing",
        marked("Apakah barang diserahkan kepada pengurus RT berikutnya?"),
    ),
)


def questions(juknis: Juknis) -> Iterator[Asked]:
    yield from _ceilings(juknis.money.allocation)
    for theme in ("ceiling", "way", "tranches", "desks", "spending", "closing"):
        yield from SPECIAL.get(theme, _none)(juknis.money)
        for path, kind, of, question in PLAIN:
            if of == theme:
                yield asking(f"money.{path}", kind, question, reduce(getattr, path.split("."), juknis.money), theme=of)


def _none(money: MoneyRules) -> Iterator[Asked]:
    return iter(())


def _ceilings(rule: AllocationRule) -> Iterator[Asked]:
    yield asking(
        "money.allocation.kind", "allocation", marked("Dengan cara apa pagu setiap RT ditetapkan?"), rule.kind,
        theme="ceiling",
    )  # fmt: skip
    amounts = [(each.at_least, each.at_most, each.amount) for each in rule.tiers]
    gaps = [(each.at_least, each.at_most, None) for each in rule.unsettled]
    question = marked("Berapa pagu RT dengan {name} KK?")
    for least, most, amount in sorted([*amounts, *gaps], key=lambda each: each[0] or 0):
        path = f"money.allocation.tiers.{least or 1}"
        yield asking(path, "rupiah", question, amount, _households(least, most), "ceiling")
    if rule.kind == "range":
        yield asking("money.allocation.least", "rupiah", marked("Berapa pagu terendah?"), rule.least, theme="ceiling")
        yield asking("money.allocation.most", "rupiah", marked("Berapa pagu tertinggi?"), rule.most, theme="ceiling")


def _households(least: int | None, most: int | None) -> str:
    if most is None:
        return f"≥ {least or 1}"
    return str(most) if least == most else f"{least or 1}–{most}"


def _ways(money: MoneyRules) -> Iterator[Asked]:
    for place in [each.place for each in money.ways] or ["all"]:
        way = next((each for each in money.ways if each.place == place), None)
        yield asking(f"money.ways.{place}.channel", "channel", CHANNELS[place], way and way.channel, theme="way")
        yield asking(f"money.ways.{place}.flow", "flow", FLOWS[place], way and way.flow, theme="way")


def _tranches(money: MoneyRules) -> Iterator[Asked]:
    shares = [each.share for each in money.tranches]
    known = None if None in shares else tuple(shares)
    yield asking("money.tranches", "shares", marked("Berapa persen setiap tahap pencairan?"), known, theme="tranches")
    since, until = marked("Mulai kapan tahap {name} dapat diminta?"), marked("Sampai kapan tahap {name} dapat diminta?")
    gate = marked("Berapa persen uang sebelumnya harus sudah ber-SPJ sebelum tahap {name}?")
    for each in money.tranches:
        path, about = f"money.tranches.{each.number}", str(each.number)
        yield asking(f"{path}.since", "date", since, each.since, about, "tranches")
        yield asking(f"{path}.until", "date", until, each.until, about, "tranches")
        if each.number > 1:
            yield asking(f"{path}.gate", "percent", gate, each.gate, about, "tranches")


def _desks(money: MoneyRules) -> Iterator[Asked]:
    for bundle, who, how_long in BUNDLES:
        desk = next((each for each in money.desks if each.bundle == bundle), None)
        yield asking(f"money.desks.{bundle}.levels", "levels", who, desk and desk.levels, theme="desks")
        yield asking(f"money.desks.{bundle}.days", "days", how_long, desk and desk.days, theme="desks")


SPECIAL = {"way": _ways, "tranches": _tranches, "desks": _desks}
NAMED_BY = {"ways": "place", "desks": "bundle", "tranches": "number"}


def put(money: dict[str, Any], path: str, value: Answer, source: str) -> None:
    """Into the frozen document of the money."""
    names = path.split(".")[1:]
    if names == ["tranches"]:
        money["tranches"] = _parted(money["tranches"], written(value))
    elif names[:2] == ["allocation", "tiers"]:
        _settle(money["allocation"], int(names[2]), value, source)
    else:
        *above, last = names
        reduce(_inside, above, money)[last] = written(value)


def _inside(part: Any, name: str) -> Any:
    """One step down: a part by its name, or the one of a list that bears the name, made when there is none yet."""
    if name in NAMED_BY:
        return name, part.setdefault(name, [])
    if isinstance(part, dict):
        return part[name]
    of, listed = part
    found = next((each for each in listed if str(each[NAMED_BY[of]]) == name), None)
    if found is None:
        found = {NAMED_BY[of]: name}
        listed.append(found)
    return found


def _parted(tranches: list[dict[str, Any]], shares: Any) -> list[dict[str, Any]]:
    """As many tranches as shares; what is known of each stays."""
    known = {each["number"]: each for each in tranches}
    return [known.get(n, {}) | {"number": n, "share": share} for n, share in enumerate(shares, start=1)]


def _settle(rule: dict[str, Any], least: int, value: Answer, source: str) -> None:
    """The amount of a tier, or of households that had none until now."""
    tiers = [each for each in rule["tiers"] if (each["at_least"] or 1) == least]
    gaps = [each for each in rule["unsettled"] if (each["at_least"] or 1) == least]
    for each in tiers:
        each |= {"amount": value, "source": {"text": source}}
    rule["tiers"] += [each | {"amount": value, "source": {"text": source}} for each in gaps]
    rule["tiers"].sort(key=lambda each: each["at_least"] or 0)
    rule["unsettled"] = [each for each in rule["unsettled"] if each not in gaps]
