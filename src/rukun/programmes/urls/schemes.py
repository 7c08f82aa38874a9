"""Addresses of schemes."""

from __future__ import annotations

from django.urls import URLPattern, path

from rukun.programmes.views import schemes

urlpatterns: list[URLPattern] = [
    path("program/", schemes.home, name="home"),
    path("wilayah/<int:area_id>/program/", schemes.area, name="area"),
    path("wilayah/<int:area_id>/program/baru/", schemes.new, name="scheme_new"),
    path("wilayah/<int:area_id>/program/ambil/", schemes.bring, name="scheme_bring"),
    path("program/<int:scheme_id>/", schemes.show, name="scheme"),
    path("program/<int:scheme_id>/ubah/", schemes.edit, name="scheme_edit"),
    path("program/<int:scheme_id>/ketentuan/", schemes.terms_new, name="terms_new"),
    path("program/<int:scheme_id>/ketentuan/berkas/", schemes.terms_file, name="terms_file"),
]
