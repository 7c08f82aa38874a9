"""Ways in which calls go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
