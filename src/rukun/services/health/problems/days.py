"""Ways in which days go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
