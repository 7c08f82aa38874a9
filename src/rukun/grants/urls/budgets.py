"""Addresses: RABs, their revisions and the wizard."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
