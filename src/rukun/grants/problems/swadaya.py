"""What can go wrong with what people give themselves."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
