"""Ways in which deliveries go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
