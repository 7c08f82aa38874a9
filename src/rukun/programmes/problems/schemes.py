"""Ways in which schemes go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
