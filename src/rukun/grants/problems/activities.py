"""What can go wrong with activities and the teams that carry them."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
