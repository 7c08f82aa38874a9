"""Tests meet a real PostgreSQL as the web's own role, behind the walls. Random tests print a seed that replays them.

Each worker has a database of its own, made by the owner and then entered as the web's role, which owns nothing.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]

settings.register_profile(
    "rukun", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
settings.load_profile("rukun")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data beside the clone. Where it is not, the test says so plainly."""
    path = ROOT.parent / "shared" / "data"
    if not path.is_dir():
        pytest.skip("data nyata tidak ada di samping klon ini; kasus buatan sendiri tetap dijalankan")
    return path


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: object) -> None:
    """Makes the worker's database as the owner, then hands the connection to the web's role."""
    from django.conf import settings as django_settings
    from django.core.management import call_command
    from django.db import connection, transaction

    from rukun.site import postgres
    from rukun.walls import actions
    from tests.servers import made

    owner, app = django_settings.OWNER, django_settings.APP
    with django_db_blocker.unblock():
        _emptied(made(owner.database))
        postgres.make_app_role(owner)
        postgres.enter_as(connection, owner)
        call_command("migrate", verbosity=0)
        with transaction.atomic():
            actions.grant(to=app.user)
        postgres.enter_as(connection, app)


def _emptied(owner: object) -> None:
    with owner.connect(autocommit=True) as link:
        link.execute("drop schema public cascade")
        link.execute("create schema public")


def pytest_configure() -> None:
    """Pages name their files plainly in tests; the hashed names are made by `./rukun up`."""
    from django.conf import settings as django_settings

    django_settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    django_settings.STATIC_ROOT = None  # the houses of the journeys collect theirs meanwhile
