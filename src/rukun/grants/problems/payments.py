"""What can go wrong with receipts, vendors, and who pays whom."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
