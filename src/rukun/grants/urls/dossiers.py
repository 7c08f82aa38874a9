"""Addresses: tranches and bundles of papers on their way."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
