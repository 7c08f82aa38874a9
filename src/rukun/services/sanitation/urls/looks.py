"""Addresses of looks."""

from django.urls import path

from rukun.services.sanitation.views import looks

urlpatterns = [
    path("wilayah/<int:area_id>/sanitasi/", looks.area, name="area"),
    path("rumah-tangga/<int:household_id>/sanitasi/", looks.look, name="look"),
]
