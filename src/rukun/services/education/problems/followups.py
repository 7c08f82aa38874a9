"""Ways in which followups go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
