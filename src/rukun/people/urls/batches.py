"""Addresses of the one gate."""

from django.urls import path

from rukun.people.views import batches

urlpatterns = [
    path("masuk-data/", batches.index, name="batches"),
    path("masuk-data/baru/", batches.new, name="batch_new"),
    path("masuk-data/kosong.xlsx", batches.template, name="batch_template"),
    path("masuk-data/<int:batch_id>/", batches.show, name="batch"),
    path("masuk-data/<int:batch_id>/perbaikan.xlsx", batches.report, name="batch_report"),
    path("masuk-data/<int:batch_id>/terima/", batches.accept, name="batch_accept"),
    path("masuk-data/<int:batch_id>/buang/", batches.discard, name="batch_discard"),
    path("masuk-data/<int:batch_id>/tarik/", batches.undo, name="batch_undo"),
]
