"""Addresses: progress, workers and their days."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
