"""Ways in which doubles go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
