"""Ways in which larvae go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
