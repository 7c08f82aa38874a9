"""Every example written in a rule is true."""

import doctest
import importlib
import pkgutil

import pytest

import rukun.rules

MODULES = sorted(info.name for info in pkgutil.walk_packages(rukun.rules.__path__, "rukun.rules."))


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name):
    found = doctest.testmod(importlib.import_module(name))
    assert found.attempted > 0, f"{name} shows no example"
    assert found.failed == 0
