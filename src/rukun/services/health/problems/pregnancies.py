"""Ways in which pregnancies go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
