"""What the tables about the shares of clusters ask."""

from rukun.musrenbang.facts import elections
from rukun.musrenbang.models import Choice, Option
from rukun.parameters.juknis.types import Limit
from rukun.ui.words import ribuan

SUPPORTERS = 5


def rupiah(spec, row):
    ceiling = int(row["pagu"].replace(".", ""))
    limit = Limit(_bound(row["paling sedikit"]), _bound(row["paling banyak"]))
    return {"sedikitnya": _shown(limit.least_of(ceiling)), "banyaknya": _shown(limit.most_of(ceiling))}


def lowered(spec, row):
    least, works = int(row["paling sedikit"]), [] if row["usulan bidang"] == "–" else row["usulan bidang"].split()
    inside = {f"B{at}": word for at, word in enumerate(works)}
    choice = Choice(way="approval", ceiling=100, rules={**HOW, "shares": [{**SHARE, "at_least": least}]})
    options = [Option(mark="A", title="A", cost=60, cluster="")]
    options += [Option(mark=mark, title=mark, cost=int(word.strip("*")), cluster="x") for mark, word in inside.items()]
    few = {mark: 1 for mark, word in inside.items() if not word.endswith("*")}
    told = elections.outcome(choice, options, [{"A": 1}] * SUPPORTERS + [few], explained=False)
    held = next((each["reachable"] for each in told["lowered"]), least)
    chosen = sum(each.cost for each in options if each.mark in told["winners"] and each.cluster)
    return {
        "batas yang berlaku": str(held),
        "terpilih di bidang": str(chosen),
        "usulan lain": "ya" if "A" in told["winners"] else "tidak",
    }


HOW = {"rule": "equal-shares", "utility": "cost", "completion": "add-one", "ties": "votes,cost,id"}
SHARE = {"category": "x", "label": "Bidang", "at_most": None}


def _bound(word):
    return None if word == "–" else word


def _shown(amount):
    return "–" if amount is None else ribuan(amount)


MEANINGS = {("klaster", "rupiah"): rupiah, ("klaster", "turun"): lowered}
