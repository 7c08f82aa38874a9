"""The named ways things go wrong in this room, by noun."""

from rukun.kit.problems import Catalogue
from rukun.musrenbang.problems import answers, ceilings, choices, meetings, proposals, turns, wishes

CATALOGUE: Catalogue = (
    turns.CATALOGUE
    | choices.CATALOGUE
    | proposals.CATALOGUE
    | wishes.CATALOGUE
    | meetings.CATALOGUE
    | answers.CATALOGUE
    | ceilings.CATALOGUE
)
