"""What can go wrong with the asset book."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
