"""Addresses of schooling."""

from django.urls import path

from rukun.services.education.views import schooling

urlpatterns = [
    path("sekolah/", schooling.home, name="home"),
    path("wilayah/<int:area_id>/sekolah/", schooling.area, name="area"),
    path("wilayah/<int:area_id>/sekolah/cepat/", schooling.many, name="many"),
    path("wilayah/<int:area_id>/sekolah/tidak-sekolah/", schooling.out, name="out"),
    path("warga/<int:person_id>/sekolah/", schooling.child, name="child"),
    path("warga/<int:person_id>/sekolah/catat/", schooling.tell, name="tell"),
]
