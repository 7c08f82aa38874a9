"""What can go wrong with price lists and analyses of work."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
