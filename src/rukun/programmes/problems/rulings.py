"""Ways in which rulings go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
