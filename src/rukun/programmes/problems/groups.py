"""Ways in which groups go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
