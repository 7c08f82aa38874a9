"""Dated limits of clean living: density figures of larvae, houses free of larvae, a decent house by three limits."""

from rukun.parameters.sanitation.density import Steps, density
from rukun.parameters.sanitation.houses import LIMITS, HouseLimit, house_limit

__all__ = ["LIMITS", "HouseLimit", "Steps", "density", "house_limit"]
