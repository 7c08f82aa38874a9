"""The language of papers."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.utils import translation

from rukun.reports.types import Document


def in_indonesian(build: Callable[..., Document]) -> Callable[..., Document]:
    """A paper does not change with the language of who prints it."""

    @wraps(build)
    def built(*args: Any, **kwargs: Any) -> Document:
        with translation.override("id"):
            return build(*args, **kwargs)

    return built
