"""Dated goals and tables this room shows beside its figures, with who says so."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from rukun.parameters.dated import load
from rukun.parameters.sanitation import density


def free_percent(on: date) -> Fraction:
    """Of a hundred houses, how many should be free of larvae."""
    return Fraction(load("sanitation/free_share").at(on).value) * 100


def free_source(on: date) -> str:
    return load("sanitation/free_share").at(on).source


def density_source(on: date) -> str:
    return density(on).source
