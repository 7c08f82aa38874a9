"""Ways in which claims go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
