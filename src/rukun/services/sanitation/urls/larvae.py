"""Addresses of larva watch."""

from django.urls import path

from rukun.services.sanitation.views import larvae

urlpatterns = [
    path("wilayah/<int:area_id>/jentik/", larvae.area, name="larvae"),
    path("wilayah/<int:area_id>/jentik/mulai/", larvae.begin, name="round_new"),
    path("jentik/<int:round_id>/", larvae.one, name="round"),
    path("rumah-tangga/<int:household_id>/jentik/", larvae.visit, name="larva_visit"),
]
