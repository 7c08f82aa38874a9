"""Looks at households, claims of areas, larva rounds, and houses."""

from rukun.services.sanitation.models.houses import HouseCheck
from rukun.services.sanitation.models.larvae import LarvaRound, LarvaVisit
from rukun.services.sanitation.models.looks import Claim, Look

__all__ = ["Claim", "HouseCheck", "LarvaRound", "LarvaVisit", "Look"]
