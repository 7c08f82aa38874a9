"""Addresses of houses."""

from django.urls import path

from rukun.services.sanitation.views import houses

urlpatterns = [
    path("wilayah/<int:area_id>/rumah-layak/", houses.area, name="houses"),
    path("rumah-tangga/<int:household_id>/rumah/", houses.house, name="house"),
]
