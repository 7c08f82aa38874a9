"""The plain values of this room do what they say of themselves."""

from __future__ import annotations

import doctest

import pytest

from rukun.programmes.facts import capital, pins, results


@pytest.mark.parametrize("module", [capital, pins, results], ids=lambda each: each.__name__)
def test_what_a_module_says_of_itself_is_so(module):
    found = doctest.testmod(module)
    assert found.attempted and not found.failed
