"""Tables of the room, one file a noun."""

from rukun.people.models.batches import Batch, BatchRow
from rukun.people.models.cards import CardEntry, FamilyCard
from rukun.people.models.households import FormerPlace, Household, Interview, StatedCount, Tally
from rukun.people.models.persons import Person, Secret, Stay

__all__ = [
    "Batch",
    "BatchRow",
    "CardEntry",
    "FamilyCard",
    "FormerPlace",
    "Household",
    "Interview",
    "Person",
    "Secret",
    "StatedCount",
    "Stay",
    "Tally",
]
