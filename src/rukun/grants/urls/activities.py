"""Addresses: the money of an RT's year, and one activity."""

from django.urls import URLPattern, path

from rukun.grants.views import activities, teams

urlpatterns: list[URLPattern] = [
    path("dana/", activities.home, name="home"),
    path("wilayah/<int:area_id>/dana/", activities.rt, name="rt"),
    path("wilayah/<int:area_id>/dana/buka/", activities.open_book, name="open_book"),
    path("dana/<int:book_id>/pagu/", activities.recap, name="recap"),
    path("kegiatan/<int:activity_id>/", activities.activity, name="activity"),
    path("dana/<int:book_id>/tim/", teams.of_book, name="teams"),
    path("dana/<int:book_id>/tim/tambah/", teams.join, name="team_join"),
    path("dana/<int:book_id>/tim/berhenti/", teams.leave, name="team_leave"),
]
