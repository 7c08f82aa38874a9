"""Addresses of care for health, noun by noun."""

from rukun.services.health.urls import (
    bundles,
    calls,
    days,
    doses,
    elders,
    measurements,
    notes,
    posts,
    pregnancies,
    referrals,
)

app_name = "health"
urlpatterns = [
    *bundles.urlpatterns,
    *calls.urlpatterns,
    *days.urlpatterns,
    *doses.urlpatterns,
    *elders.urlpatterns,
    *measurements.urlpatterns,
    *notes.urlpatterns,
    *posts.urlpatterns,
    *pregnancies.urlpatterns,
    *referrals.urlpatterns,
]
