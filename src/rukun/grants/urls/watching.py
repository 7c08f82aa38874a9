"""Addresses: flags and audit samples."""

from django.urls import URLPattern, path

from rukun.grants.views import watching

urlpatterns: list[URLPattern] = [
    path("wilayah/<int:area_id>/tanda/", watching.flags, name="flags"),
    path("wilayah/<int:area_id>/tanda/periksa/", watching.scan, name="scan"),
    path("wilayah/<int:area_id>/tanda/daftar/", watching.of_rt, name="flags_of_rt"),
    path("tanda/<int:flag_id>/", watching.flag, name="flag"),
    path("wilayah/<int:area_id>/undian/", watching.samples, name="samples"),
    path("wilayah/<int:area_id>/undian/baru/", watching.announce, name="announce"),
    path("undian/<int:sample_id>/", watching.sample, name="sample"),
]
