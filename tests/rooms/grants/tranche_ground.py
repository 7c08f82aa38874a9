"""A year whose juknis speaks of money: two tranches of 60 and 40 per cent, the second only when all is accounted for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from rukun.facilitation.actions import programmes
from rukun.facilitation.models import Programme
from rukun.musrenbang.models import Plan, Proposal
from rukun.parameters import juknis
from rukun.parameters.juknis import Desk, MoneyRules, MoneyWay, PaperRule, TrancheRule
from rukun.territory.models import Area

FIRST = date(2026, 1, 5)
YEAR = 2026
BOTH = ("desa", "kecamatan")
RULES = MoneyRules(
    ways=(MoneyWay("all", "rt_account", "advance"),),
    tranches=(TrancheRule(1, "60"), TrancheRule(2, "40", since=date(2026, 7, 1), gate="100")),
    desks=(
        Desk("rab", BOTH, 5), Desk("request", BOTH, 3), Desk("spj", BOTH, 7), Desk("lpj", ("kecamatan",), None),
    ),
    papers=(PaperRule("surat", "request", "Surat permintaan"), PaperRule("daftar_upah", "spj", "Daftar upah", "wages")),
    tax_by="rt",
)  # fmt: skip


def adopt(places: Any, rules: MoneyRules = RULES, **more: Any) -> Programme:
    told = replace(juknis.load("juknis/contoh_rekaan_2026", begins=FIRST), money=rules, **({"year": YEAR} | more))
    return programmes.adopt(juknis=told, since=FIRST, basis="SK uji", on=FIRST, by="uji", path=places.kabupaten.path)


def plan_line(rt: Area, title: str = "Semenisasi gang rekaan", amount: int = 20_000_000, year: int = YEAR) -> Plan:
    here = {"rt": rt, "path": rt.path, "year": year}
    place = Plan.objects.filter(rt=rt, year=year).count() + 1
    wish = Proposal.objects.create(
        **here, born=year, number=place, title=title, cost=amount, state="planned", owner="kecamatan", menu="S1"
    )
    return Plan.objects.create(**here, place=place, proposal=wish, amount=amount, cluster="sosial", on=FIRST)
