"""Ways in which notes go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
