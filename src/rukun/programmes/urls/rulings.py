"""Addresses of rulings."""

from __future__ import annotations

from django.urls import URLPattern, path

from rukun.programmes.views import waiting

urlpatterns: list[URLPattern] = [
    path("penerima/<int:waiting_id>/terima/", waiting.enrol, name="enrol"),
    path("penerima/<int:waiting_id>/tolak/", waiting.refuse, name="refuse"),
]
