"""Ways in which effects go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
