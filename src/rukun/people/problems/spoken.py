"""What is said of a row, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from rukun.kit.problems import UNLISTED, Sentence
from rukun.people.problems.batches import CATALOGUE


def said(code: str, details: Mapping[str, object]) -> Sentence:
    """The letter behind the code of a finding; one nobody listed still gets an honest one."""
    held = CATALOGUE.get(code, UNLISTED)
    return Sentence(_(held.what), _(held.why), _(held.now)).told({"code": code} | dict(details))
