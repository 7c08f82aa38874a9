"""Addresses of pages that may not stand in every house."""

from __future__ import annotations

from typing import Any

from django.urls import NoReverseMatch, reverse


def first_url(*names: str, **kwargs: Any) -> str:
    """The address of the first name that stands in this house; "" when none does."""
    for name in names:
        try:
            return reverse(name, kwargs=kwargs or None)
        except NoReverseMatch:
            continue
    return ""
