"""Ways in which referrals go wrong."""

from rukun.kit.problems import Catalogue

CATALOGUE: Catalogue = {}
