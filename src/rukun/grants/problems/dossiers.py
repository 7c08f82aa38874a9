"""What can go wrong with tranches and bundles of papers on their way."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
