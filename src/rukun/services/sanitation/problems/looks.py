"""Ways in which looks go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
