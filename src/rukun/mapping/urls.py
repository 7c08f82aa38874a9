"""Addresses of the room."""

from django.urls import path

from rukun.mapping.views import entries, index, tools, welfare

app_name = "mapping"

PLACE = "wilayah/<int:area_id>/pemetaan/"

urlpatterns = [
    path(PLACE, index.index, name="index"),
    path(f"{PLACE}salin/", index.copy, name="copy"),
    path(f"{PLACE}tutup/", index.close, name="close"),
    path(f"{PLACE}menilai/", welfare.rank, name="rank"),
    path(f"{PLACE}<str:tool>/", tools.tool_page, name="tool"),
    path(f"{PLACE}<str:tool>/hadir/", tools.room, name="room"),
    path(f"{PLACE}<str:tool>/selesai/", tools.finish, name="finish"),
    path(f"{PLACE}<str:tool>/buka-lagi/", tools.reopen, name="reopen"),
    path(f"{PLACE}<str:kind>/isi/", entries.entry, name="entry"),
]
