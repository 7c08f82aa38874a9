"""Every table has a wall, every field has its word of privacy."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection

from rukun.walls.actions import wall_of

OURS = sorted((m for m in apps.get_models() if m.__module__.startswith("rukun.")), key=lambda m: m._meta.label)
SPECIFIC = {"health", "child"}
"""Specific personal data of UU 27/2022 article 4: nobody sees it but those whose work it is."""
WORDS = {"secret", "personal", "internal", "public"} | SPECIFIC
FOREIGN = ("auth", "account", "mfa", "axes", "sessions", "contenttypes", "messages")


@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)
def test_every_field_says_its_privacy_once(model):
    automatic = {field.name for field in model._meta.concrete_fields if field.name == "id"}
    fields = {field.name for field in model._meta.concrete_fields} - automatic
    assert set(model.privacy) == fields
    assert set(model.privacy.values()) <= WORDS


@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)
def test_every_table_of_ours_has_a_wall(model):
    assert wall_of(model) is not None


@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)
def test_personal_or_secret_fields_are_seen_inside_ones_areas_only(model):
    is_private = bool(({"secret", "personal"} | SPECIFIC) & set(model.privacy.values()))
    if is_private and model._meta.app_label != "accounts":
        assert wall_of(model).read == "scope"


def test_the_database_holds_every_wall_up(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "select relname from pg_class c join pg_namespace n on n.oid = relnamespace"
            " where nspname = 'public' and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)"
        )
        bare = {name for (name,) in cursor.fetchall()}
    assert bare == {
        name for name in bare if name.startswith(FOREIGN) or name == "django_migrations" or name.startswith("django_")
    }
    assert not any(model._meta.db_table in bare for model in OURS)


@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)
def test_the_web_role_has_the_verbs_of_the_wall_and_no_more(model, db):
    with connection.cursor() as cursor:
        cursor.execute(
            "select verb from unnest(array['select','insert','update','delete','truncate','references','trigger']) verb"
            " where has_table_privilege(current_user, %s, verb)",
            [model._meta.db_table],
        )
        assert {verb for (verb,) in cursor.fetchall()} == set(wall_of(model).verbs)
