"""Addresses: RABs, their revisions and the wizard."""

from django.urls import URLPattern, path

from rukun.grants.views import budgets, recipes

urlpatterns: list[URLPattern] = [
    path("kegiatan/<int:activity_id>/rab/", budgets.rab, name="rab"),
    path("kegiatan/<int:activity_id>/rab/susun/", budgets.draw, name="rab_draw"),
    path("kegiatan/<int:activity_id>/rab/baris/", budgets.item, name="rab_item"),
    path("kegiatan/<int:activity_id>/rab/hapus/", budgets.drop, name="rab_drop"),
    path("kegiatan/<int:activity_id>/rab/alasan/", budgets.explain, name="rab_reason"),
    path("kegiatan/<int:activity_id>/rab/banding/", budgets.compare, name="rab_compare"),
    path("kegiatan/<int:activity_id>/rab/bantu/", recipes.wizard, name="rab_wizard"),
]
