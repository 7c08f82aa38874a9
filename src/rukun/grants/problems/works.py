"""What can go wrong with progress, workers and their days."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
