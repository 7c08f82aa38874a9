"""Addresses of a monitor's day."""

from django.urls import path

from rukun.services.health.views import days

urlpatterns = [
    path("layanan/hari-ini/", days.show, name="today"),
    path("wilayah/<int:area_id>/asuhan/", days.entrust, name="care"),
]
