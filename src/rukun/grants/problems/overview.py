"""What can go wrong with the money seen from above."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
