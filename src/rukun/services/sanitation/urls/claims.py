"""Addresses of claims."""

from django.urls import path

from rukun.services.sanitation.views import claims

urlpatterns = [
    path("wilayah/<int:area_id>/bebas-babs/", claims.area, name="claims"),
    path("wilayah/<int:area_id>/bebas-babs/nyatakan/", claims.declare, name="declare"),
    path("bebas-babs/<int:claim_id>/periksa/", claims.check, name="check"),
]
