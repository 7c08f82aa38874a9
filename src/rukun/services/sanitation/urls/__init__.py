"""Addresses of sanitation, noun by noun."""

from rukun.services.sanitation.urls import (
    claims,
    houses,
    larvae,
    looks,
)

app_name = "sanitation"
urlpatterns = [
    *claims.urlpatterns,
    *houses.urlpatterns,
    *larvae.urlpatterns,
    *looks.urlpatterns,
]
