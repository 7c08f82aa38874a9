"""How the acts of this room are told in the log, noun by noun."""

from rukun.grants.words import (
    activities,
    assets,
    books,
    budgets,
    dossiers,
    exports,
    overview,
    payments,
    prices,
    swadaya,
    watching,
    works,
)

ACTS: dict[str, str] = {}
for _part in (
    activities,
    assets,
    books,
    budgets,
    dossiers,
    exports,
    overview,
    payments,
    prices,
    swadaya,
    watching,
    works,
):
    ACTS |= _part.ACTS
