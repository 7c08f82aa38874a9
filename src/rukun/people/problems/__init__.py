"""The named ways things go wrong in this room, by noun."""

from rukun.kit.problems import Catalogue
from rukun.people.problems import batches, checks, registry

CATALOGUE: Catalogue = registry.CATALOGUE | batches.CATALOGUE | checks.CATALOGUE
