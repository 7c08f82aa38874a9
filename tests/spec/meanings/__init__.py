"""What each drawn table asks: (file, table) → a function from a row to the columns it must show."""

from tests.spec.meanings import (
    allocation,
    budget,
    carrying,
    ceilings,
    clusters,
    disclosure,
    identity,
    lineage,
    menu,
    neighbours,
    poverty,
    quorum,
    tranches,
    trees,
    turns,
    work,
)

MEANINGS = {
    **identity.MEANINGS,
    **poverty.MEANINGS,
    **lineage.MEANINGS,
    **disclosure.MEANINGS,
    **turns.MEANINGS,
    **allocation.MEANINGS,
    **neighbours.MEANINGS,
    **quorum.MEANINGS,
    **tranches.MEANINGS,
    **trees.MEANINGS,
    **carrying.MEANINGS,
    **ceilings.MEANINGS,
    **clusters.MEANINGS,
    **menu.MEANINGS,
    **budget.MEANINGS,
    **work.MEANINGS,
}
