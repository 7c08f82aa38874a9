"""What can go wrong with what leaves as open standards."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
