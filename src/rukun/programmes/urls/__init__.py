"""Addresses of programmes, noun by noun."""

from rukun.programmes.urls import (
    deliveries,
    doubles,
    effects,
    events,
    groups,
    rulings,
    schemes,
    waiting,
)

app_name = "programmes"
urlpatterns = [
    *deliveries.urlpatterns,
    *doubles.urlpatterns,
    *effects.urlpatterns,
    *events.urlpatterns,
    *groups.urlpatterns,
    *rulings.urlpatterns,
    *schemes.urlpatterns,
    *waiting.urlpatterns,
]
