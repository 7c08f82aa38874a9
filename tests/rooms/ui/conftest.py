"""Pages are drawn here without collected static files and, unless a test says otherwise, in Bahasa Indonesia."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def plain_static(settings):
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}


@pytest.fixture(autouse=True)
def indonesian():
    with translation.override("id"):
        yield
