"""The named ways things go wrong in this room."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
