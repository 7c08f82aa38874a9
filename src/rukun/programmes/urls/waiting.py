"""Addresses of waiting."""

from __future__ import annotations

from django.urls import URLPattern, path

from rukun.programmes.views import waiting

urlpatterns: list[URLPattern] = [
    path("rumah-tangga/<int:household_id>/program/", waiting.household, name="household"),
    path("rumah-tangga/<int:household_id>/program/usul/", waiting.propose, name="propose"),
    path("penerima/<int:waiting_id>/", waiting.show, name="waiting"),
    path("penerima/<int:waiting_id>/mundur/", waiting.withdraw, name="withdraw"),
]
