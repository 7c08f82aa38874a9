"""Addresses: price lists and analyses of work."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
