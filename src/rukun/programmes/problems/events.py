"""Ways in which events go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
