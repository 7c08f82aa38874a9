"""Draws every Django form in the hand of the house: FORM_RENDERER = "rukun.ui.renderers.Renderer"."""

from functools import cached_property
from pathlib import Path

import django.forms
from django.forms.renderers import DjangoTemplates

OURS = Path(__file__).parent / "templates"
DJANGOS = Path(django.forms.__file__).parent / "templates"


class Renderer(DjangoTemplates):
    """Label above, hint under it, answer large, errors as sentences tied to their answer, a summary on top.

    Our templates are looked for before Django's own, which its stock renderer would not do.
    """

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"

    @cached_property
    def engine(self):
        return self.backend({"APP_DIRS": True, "DIRS": [OURS, DJANGOS], "NAME": "forms-of-the-house", "OPTIONS": {}})
