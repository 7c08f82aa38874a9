"""Addresses of doubles."""

from __future__ import annotations

from django.urls import URLPattern, path

from rukun.programmes.views import doubles

urlpatterns: list[URLPattern] = [
    path("wilayah/<int:area_id>/program/ganda/", doubles.listed, name="doubles"),
    path("ganda/<int:double_id>/", doubles.settle, name="double"),
]
