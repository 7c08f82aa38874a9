"""Every page of the planning rooms, in an RT of 120 households and 200 proposals, stays small for a cheap phone.

Bytes are those of the page as it is sent: the house packs nothing, so raw is what goes over the wire. Queries are those a
page asks on its own account: what every page asks alike is left out, namely the session, the user with their roles
(tables of accounts), the walls' word to the database (set_config) and savepoints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, reverse
from tests.rooms.conftest import make_user
from tests.rooms.mapping.drawn_rt import draw_border
from tests.rooms.mapping.drawn_rt import finish as map_out
from tests.rooms.musrenbang.meeting_ground import call, settle, tick
from tests.rooms.musrenbang.wishing import adopted, client_of, passed  # noqa: F401 - a fixture
from tests.rooms.needs.gatherings import grow, plant, say

from rukun.accounts.models import Role
from rukun.facilitation import urls as facilitation
from rukun.facilitation.actions import gatherings, visits
from rukun.facilitation.models import Programme
from rukun.facilitation.types import GatheringKind
from rukun.mapping import urls as mapping
from rukun.mapping.types import Tool
from rukun.musrenbang import urls as musrenbang
from rukun.musrenbang.actions import answers, choices, counting, meetings, minutes, sheets, wishes
from rukun.musrenbang.models import Choice, Entry, Proposal, Turn
from rukun.musrenbang.types import Owner, State
from rukun.needs import urls as needs
from rukun.needs.actions import statements
from rukun.parameters.juknis.types import Juknis
from rukun.people.models import Household
from rukun.territory import queries as territory
from rukun.transparency import urls as transparency
from rukun.walls import scope

WIRE, QUERIES = 100_000, 12
HOMES, WORKS, SAID = 120, 200, 200
ROOMS = (facilitation, mapping, needs, musrenbang, transparency)
ALIKE = re.compile(r'"(django_session|accounts_\w+)"|set_config|^(SAVEPOINT|RELEASE)', re.IGNORECASE)
