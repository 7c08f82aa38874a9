"""Addresses of the room."""

from django.urls import URLPattern

app_name = "musrenbang"

urlpatterns: list[URLPattern] = []
