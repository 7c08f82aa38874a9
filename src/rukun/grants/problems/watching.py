"""What can go wrong with flags and audit samples."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
