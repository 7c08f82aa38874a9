"""Ways in which doses go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
