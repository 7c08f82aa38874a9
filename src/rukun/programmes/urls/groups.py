"""Addresses of groups."""

from django.urls import URLPattern, path

from rukun.programmes.views import groups

urlpatterns: list[URLPattern] = [
    path("wilayah/<int:area_id>/kelompok/", groups.of_area, name="groups"),
    path("wilayah/<int:area_id>/kelompok/baru/", groups.new, name="group_new"),
    path("kelompok/<int:group_id>/", groups.show, name="group"),
    path("kelompok/<int:group_id>/salurkan/", groups.lend, name="capital_lend"),
    path("kelompok/<int:group_id>/kembali/", groups.repay, name="capital_repay"),
    path("kelompok/<int:group_id>/batalkan/", groups.undo, name="capital_undo"),
    path("kelompok/<int:group_id>/anggota/", groups.join, name="group_join"),
    path("kelompok/<int:group_id>/keluar/", groups.leave, name="group_leave"),
    path("kelompok/<int:group_id>/tutup/", groups.end, name="group_end"),
]
