"""Addresses of the room."""

from django.urls import path

from rukun.transparency import views

app_name = "transparency"

urlpatterns = [
    path("terbuka/", views.hall, name="hall"),
    path("terbuka/wilayah/<int:area_id>/", views.area, name="area"),
    path("terbuka/wilayah/<int:area_id>/hasil/<int:year>/", views.result, name="result"),
    path("terbuka/wilayah/<int:area_id>/hasil/<int:year>/suara.pb", views.ballots, name="ballots"),
    path("terbuka/kegiatan/<int:activity_id>/", views.work, name="work"),
    path("terbuka/usulan/<int:wish_id>/", views.journey, name="journey"),
]
