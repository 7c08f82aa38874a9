"""Ways in which schooling go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
