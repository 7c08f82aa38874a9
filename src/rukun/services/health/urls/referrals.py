"""Addresses of referrals: asked by a cadre, decided by a health worker."""

from django.urls import URLPattern, path

from rukun.services.health.views import referrals

urlpatterns: list[URLPattern] = [
    path("wilayah/<int:area_id>/rujukan/", referrals.index, name="referrals"),
    path("warga/<int:person_id>/minta-dilihat/", referrals.ask, name="referral_ask"),
    path("rujukan/<int:referral_id>/", referrals.show, name="referral"),
    path("rujukan/<int:referral_id>/putuskan/", referrals.decide, name="referral_decide"),
    path("rujukan/<int:referral_id>/tutup/", referrals.close, name="referral_close"),
]
