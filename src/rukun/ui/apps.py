"""Tells Django where the design system lives."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """The design system as an application: templates, static files, template tags."""

    name = "rukun.ui"
    label = "ui"
