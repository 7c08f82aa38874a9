"""Addresses: the money seen from above."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
