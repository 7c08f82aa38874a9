"""Ways in which posts go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
