"""Whether a proposal stands in the menu of a juknis, and if not, why not and by which article.

>>> entry = MenuEntry("jalan", "fisik", "Jalan gang", words=("jalan", "gang"), most=20_000_000, article="Pasal 7")
>>> menu = Menu((entry,), ceiling=50_000_000)
>>> check(Draft("Perbaiki gang 2", "jalan", 15_000_000), menu).outcome
<Outcome.ALLOWED: 'allowed'>
>>> check(Draft("Perbaiki gang 2", "jalan", 25_000_000), menu).reasons[0].article
'Pasal 7'
"""

from rukun.rules.menu.checking import check
from rukun.rules.menu.suggesting import Suggestion, suggest
from rukun.rules.menu.values import Blocked, Draft, Fact, Limit, Menu, MenuEntry, Outcome, Reason, Verdict

__all__ = [
    "Blocked",
    "Draft",
    "Fact",
    "Limit",
    "Menu",
    "MenuEntry",
    "Outcome",
    "Reason",
    "Suggestion",
    "Verdict",
    "check",
    "suggest",
]
