"""Addresses: activities and the teams that carry them."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
