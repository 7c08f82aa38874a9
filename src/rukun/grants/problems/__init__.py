"""The named ways things go wrong with the grant, noun by noun."""

from rukun.grants.problems import (
    activities,
    assets,
    books,
    budgets,
    checks,
    dossiers,
    exports,
    overview,
    payments,
    prices,
    swadaya,
    watching,
    works,
)
from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
for _part in (
    activities,
    assets,
    books,
    budgets,
    checks,
    dossiers,
    exports,
    overview,
    payments,
    prices,
    swadaya,
    watching,
    works,
):
    CATALOGUE |= _part.CATALOGUE
