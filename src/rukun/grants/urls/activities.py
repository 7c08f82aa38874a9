"""Addresses: the money of an RT's year, and one activity."""

from django.urls import URLPattern, path

from rukun.grants.views import activities

urlpatterns: list[URLPattern] = [
    path("dana/", activities.home, name="home"),
    path("wilayah/<int:area_id>/dana/", activities.rt, name="rt"),
    path("wilayah/<int:area_id>/dana/buka/", activities.open_book, name="open_book"),
    path("kegiatan/<int:activity_id>/", activities.activity, name="activity"),
]
