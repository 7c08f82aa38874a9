"""Every act that is logged is told in plain words on the page of the log."""

from __future__ import annotations

import ast
from pathlib import Path

from rukun.site.acts import SENTENCES

SOURCE = Path(__file__).resolve().parents[2] / "src" / "rukun"


def verbs() -> set[str]:
    """First arguments of calls to the audit log's `record`, by whatever name a module calls it."""
    found = set()
    for path in SOURCE.rglob("*.py"):
        tree = ast.parse(path.read_text())
        names = set(_names(tree))
        found |= {
            call.args[0].value
            for call in ast.walk(tree)
            if isinstance(call, ast.Call)
            and call.args
            and isinstance(call.args[0], ast.Constant)
            and ast.unparse(call.func) in names
        }
    return found


def _names(tree: ast.Module):
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "rukun.audit":
            yield from (f"{alias.asname or alias.name}.record" for alias in node.names if alias.name == "actions")
        if isinstance(node, ast.ImportFrom) and node.module == "rukun.audit.actions":
            yield from (alias.asname or alias.name for alias in node.names if alias.name == "record")


def test_every_logged_act_has_its_sentence():
    logged = verbs()
    assert len(logged) > 25
    assert logged - set(SENTENCES) == set()
