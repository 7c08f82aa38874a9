"""Clean living: the latrine a family uses, the five pillars of STBM, larvae in the containers of an RT.

>>> ladder(Latrine("own", "gooseneck", "septic", was_emptied=True), is_rural=True).rung
<Rung.SAFE: 'safe'>
>>> str(larvae([House(3, 0), House(2, 1)]).free_share)
'1/2'
"""

from rukun.rules.sanitation.houses import Decent, Limit, Measured, decent
from rukun.rules.sanitation.ladder import Latrine, Rung, Step, ladder
from rukun.rules.sanitation.larvae import House, Larvae, density, larvae
from rukun.rules.sanitation.pillars import PILLARS, OpenDefecationFree, free_of_open_defecation, stbm_level

__all__ = [
    "PILLARS",
    "Decent",
    "House",
    "Larvae",
    "Latrine",
    "Limit",
    "Measured",
    "OpenDefecationFree",
    "Rung",
    "Step",
    "decent",
    "density",
    "free_of_open_defecation",
    "ladder",
    "larvae",
    "stbm_level",
]
