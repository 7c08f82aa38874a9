"""Addresses: receipts, vendors, and who pays whom."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
