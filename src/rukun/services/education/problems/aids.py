"""Ways in which aids go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
