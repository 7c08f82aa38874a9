"""Addresses: the money seen from above."""

from django.urls import URLPattern, path

from rukun.grants.views import overview

urlpatterns: list[URLPattern] = [
    path("wilayah/<int:area_id>/dana/ringkasan/", overview.show, name="overview"),
    path("wilayah/<int:area_id>/dana/ringkasan.xlsx", overview.sheet, name="overview_sheet"),
]
