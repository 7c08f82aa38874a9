"""Addresses of ceilings: what holds, what if, and the decrees."""

from django.urls import URLPattern, path

from rukun.musrenbang.views import ceilings

urlpatterns: list[URLPattern] = [
    path("wilayah/<int:area_id>/pagu/", ceilings.index, name="ceilings"),
    path("wilayah/<int:area_id>/pagu/coba/", ceilings.trial, name="ceilings_trial"),
    path("wilayah/<int:area_id>/pagu/coba.xlsx", ceilings.sheet, name="ceilings_sheet"),
    path("wilayah/<int:area_id>/pagu/tetapkan/", ceilings.issue, name="ceilings_issue"),
    path("wilayah/<int:area_id>/pagu/pemekaran/", ceilings.carry, name="ceilings_carry"),
    path("keputusan-pagu/<int:decree_id>/", ceilings.decree, name="decree"),
]
