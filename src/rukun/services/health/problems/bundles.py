"""Ways in which bundles go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
