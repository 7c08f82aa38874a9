"""Ways in which measurements go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
