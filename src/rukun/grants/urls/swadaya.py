"""Addresses: what people give themselves."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
