"""Ways in which waiting go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
