"""What can go wrong with RABs, their revisions and the wizard."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
