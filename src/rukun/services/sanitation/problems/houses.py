"""Ways in which houses go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
