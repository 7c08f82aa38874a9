"""Addresses: progress, workers and their days."""

from django.urls import URLPattern, path

from rukun.grants.views import workdays, works

urlpatterns: list[URLPattern] = [
    path("kegiatan/<int:activity_id>/kemajuan/", works.show, name="progress"),
    path("kegiatan/<int:activity_id>/kemajuan/catat/", works.new, name="progress_new"),
    path("kemajuan/<int:progress_id>/foto/", works.photo, name="progress_photo"),
    path("kegiatan/<int:activity_id>/hadir/", workdays.attendance, name="workdays"),
    path("kegiatan/<int:activity_id>/hadir/pekerja/", workdays.worker, name="worker_new"),
    path("kegiatan/<int:activity_id>/upah/", workdays.wages, name="wages"),
    path("kegiatan/<int:activity_id>/upah/susun/", workdays.wage_list, name="wage_list_new"),
]
