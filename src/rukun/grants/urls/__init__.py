"""Addresses of the grant, noun by noun."""

from rukun.grants.urls import (
    activities,
    assets,
    books,
    budgets,
    dossiers,
    overview,
    payments,
    prices,
    swadaya,
    watching,
    works,
)

app_name = "grants"
urlpatterns = [
    *activities.urlpatterns,
    *assets.urlpatterns,
    *books.urlpatterns,
    *budgets.urlpatterns,
    *dossiers.urlpatterns,
    *overview.urlpatterns,
    *payments.urlpatterns,
    *prices.urlpatterns,
    *swadaya.urlpatterns,
    *watching.urlpatterns,
    *works.urlpatterns,
]
