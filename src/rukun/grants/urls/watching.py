"""Addresses: flags and audit samples."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
