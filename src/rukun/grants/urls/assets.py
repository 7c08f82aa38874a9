"""Addresses: the asset book."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
