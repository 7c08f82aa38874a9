"""Floors, doors and the order of tables."""

from __future__ import annotations

import os
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
DOORS = {"queries", "actions", "public", "problems", "types", "words"}
MORE_DOORS = {"accounts": {"permissions"}, "walls": {"scope", "vault"}}
OPEN_ROOMS = {"kit", "rules", "parameters", "ui", "site"}


@pytest.fixture(scope="module")
def graph():
    return grimp.build_graph("rukun", exclude_type_checking_imports=True, cache_dir=None)


def test_every_contract_is_kept():
    tool = Path(sys.executable).parent / "lint-imports"
    ran = subprocess.run(
        [tool, "--no-cache", "--config", ROOT / "pyproject.toml"],
        cwd=ROOT / "src",
        env=os.environ | {"PYTHONPATH": "."},
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stdout[-3000:]


def test_rooms_are_entered_by_their_doors(graph):
    trespasses = []
    for importer in sorted(graph.modules):
        for imported in graph.find_modules_directly_imported_by(importer):
            if not _is_lawful(importer, imported):
                trespasses.append(f"{importer} → {imported}")
    assert trespasses == []


def _is_lawful(importer: str, imported: str) -> bool:
    own, room = _room_and_door(importer), _room_and_door(imported)
    if not own[0] or not room[0] or own[0] == room[0] or room[0] in OPEN_ROOMS:
        return True
    return room[1] in DOORS | MORE_DOORS.get(room[0], set()) | _frame_doors(own[0])


def _room_and_door(module: str) -> tuple[str, str]:
    """The three services are a room each: rukun.services.health.queries.care → services.health, queries."""
    parts = module.split(".")[1:]
    deep = 2 if parts[:1] == ["services"] else 1
    return ".".join(parts[:deep]), ".".join(parts[deep : deep + 1])


def _frame_doors(importer: str) -> set[str]:
    """The site floor hangs rooms into the frame: their urls and problems, nothing else."""
    return {"urls"} if importer == "site" else set()


def test_the_doors_test_sees_a_trespass():
    assert not _is_lawful("rukun.people.views.households", "rukun.territory.models")
    assert _is_lawful("rukun.people.views.households", "rukun.territory.queries")
    assert not _is_lawful("rukun.reports.queries.served", "rukun.services.health.models")
    assert _is_lawful("rukun.reports.queries.served", "rukun.services.health.queries.figures")


def test_foreign_keys_point_downward(floors):
    wrong = [
        f"{model._meta.label}.{field.name} → {field.related_model._meta.label}"
        for model in _our_models()
        for field in model._meta.get_fields()
        if field.concrete
        and field.is_relation
        and _room(field.related_model)
        and _room(model) != _room(field.related_model)
        and floors[_room(field.related_model)] >= floors[_room(model)]
    ]
    assert wrong == []


def test_tables_can_be_laid_parents_first():
    parents = {
        model: {f.related_model for f in model._meta.get_fields() if f.concrete and f.is_relation} - {model}
        for model in _our_models()
    }
    assert len(list(TopologicalSorter(parents).static_order())) >= len(parents)


def _our_models():
    return [model for model in apps.get_models() if _room(model)]


def _room(model) -> str:
    parts = model.__module__.split(".")
    return parts[1] if parts[0] == "rukun" else ""


def test_all_rules_stand_without_django():
    code = (
        "import sys, pkgutil, importlib\n"
        "sys.modules['django'] = None\n"
        "import rukun.rules, rukun.parameters, rukun.kit\n"
        "for root in (rukun.rules, rukun.parameters, rukun.kit):\n"
        "    for found in pkgutil.walk_packages(root.__path__, root.__name__ + '.'):\n"
        "        importlib.import_module(found.name)\n"
        "print(len([m for m in sys.modules if m.startswith('rukun.')]))"
    )
    ran = subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=ROOT / "src", capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout) > 10
