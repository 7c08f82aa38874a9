"""Ways in which elders go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
