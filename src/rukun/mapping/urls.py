"""Addresses of the room."""

from django.urls import URLPattern

app_name = "mapping"

urlpatterns: list[URLPattern] = []
