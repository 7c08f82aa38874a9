"""What things cost at a place: the list of the nearest area above it that has one in force."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.db.models.functions import Length

from rukun.grants.models import AnalysisList, Coefficient, Price, PriceList
from rukun.rules import budget as rules

MANY, FEW = 40, 20


def in_force(path: str, on: date) -> PriceList | None:
    """The list that counts at a place on a day."""
    return _at(path).filter(since__lte=on).order_by(-Length("path"), "-since", "-id").first()


def lists(path: str) -> QuerySet[PriceList]:
    """Every list that counts at a place, or beneath it, the newest first."""
    return (_at(path) | PriceList.objects.filter(path__startswith=path)).order_by("-since", "-id")


def search(found: PriceList | None, text: str) -> list[Price]:
    """Prices whose words hold every word asked for."""
    prices = found.prices.all() if found else Price.objects.none()
    for word in text.split()[:6]:
        prices = prices.filter(words__icontains=word)
    return list(prices[:MANY])


def matching(found: PriceList | None, words: str, unit: str, prices: Iterable[Price] = ()) -> Price | None:
    """The price of a thing by its words and its unit; the one with the fewest words beside them."""
    held = prices or (found.prices.all() if found else ())
    fitting = [each for each in held if folded(each.unit) == folded(unit) and rules.score(each.words, words)]
    return min(fitting, key=lambda each: (len(each.words), each.pk), default=None)


def standard_of(found: PriceList | None, code: str, words: str, unit: str) -> int | None:
    """What the list says of a thing: by its code where the unit is the same, else by its words."""
    coded = found.prices.filter(code=code).first() if found and code else None
    price = coded if coded and folded(coded.unit) == folded(unit) else matching(found, words, unit)
    return price.amount if price else None


def folded(unit: str) -> str:
    """ "M3", "m³" and "m 3" are one unit; a day of work is a HOK by any name."""
    plain = unit.casefold().replace("³", "3").replace("²", "2").replace(" ", "").strip(".")
    return {"oh": "hok", "org/hari": "hok", "orang/hari": "hok", "oranghari": "hok", "bh": "buah"}.get(plain, plain)


def analyses(path: str) -> QuerySet[AnalysisList]:
    return AnalysisList.objects.filter(path__in=_ways(path)).order_by("-since", "-id")


def works(found: AnalysisList | None, text: str) -> list[tuple[str, str]]:
    """Works of a list, code and name, whose names hold every word asked for."""
    held = found.coefficients.order_by("work_code") if found and text else Coefficient.objects.none()
    for word in text.split()[:6]:
        held = held.filter(work_words__icontains=word)
    rows = held.values_list("work_code", "work_words").distinct()[:FEW]
    return [(code, short(words)) for code, words in rows]


def short(words: str) -> str:
    """The name of a work in a list, without the regulation it points at."""
    return " ".join(words.partition("(Lihat")[0].split()) or words


def coefficients(found: AnalysisList, text: str) -> list[Coefficient]:
    held = found.coefficients.order_by("pk")
    for word in text.split()[:6]:
        held = held.filter(work_words__icontains=word)
    return list(held[: MANY * 5])


def looks_wrong(each: Coefficient) -> bool:
    return rules.looks_wrong(each.kind, each.quantity)


def path_of(list_id: int) -> str:
    return PriceList.objects.filter(pk=list_id).values_list("path", flat=True).first() or ""


def _at(path: str) -> QuerySet[PriceList]:
    return PriceList.objects.filter(path__in=_ways(path))


def _ways(path: str) -> list[str]:
    """ "1.2.3." → "1.", "1.2.", "1.2.3."."""
    parts = path.split(".")[:-1]
    return [".".join(parts[: n + 1]) + "." for n in range(len(parts))]
