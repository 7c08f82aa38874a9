"""Addresses of measurements: how a child grows, one measuring, and putting it right."""

from django.urls import URLPattern, path

from rukun.services.health.views import children, measurements

urlpatterns: list[URLPattern] = [
    path("warga/<int:person_id>/tumbuh/", children.show, name="child"),
    path("warga/<int:person_id>/tumbuh/cetak/", children.sheet, name="child_sheet"),
    path("warga/<int:person_id>/ukur/", measurements.new, name="measure"),
    path("ukuran/<int:measurement_id>/perbaiki/", measurements.correct, name="measure_correct"),
    path("ukuran/<int:measurement_id>/tarik/", measurements.take_back, name="measure_take_back"),
]
