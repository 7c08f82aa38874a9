"""How much work and material a piece of work takes, as a dated list of the ministry has it, and the works RTs choose.

`in_force(day)` gives the list; `recipes()` what to ask about each work and which volumes follow from the answers.
"""

from rukun.parameters.ahsp.reading import in_force, recipes
from rukun.parameters.ahsp.types import Analyses, Analysis, Part, Product, Recipe, Resource

__all__ = ["Analyses", "Analysis", "Part", "Product", "Recipe", "Resource", "in_force", "recipes"]
