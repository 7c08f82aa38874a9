"""Addresses of posyandu: the list, the day, the months."""

from django.urls import URLPattern, path

from rukun.services.health.views import posts

urlpatterns: list[URLPattern] = [
    path("wilayah/<int:area_id>/posyandu/", posts.index, name="posts"),
    path("wilayah/<int:area_id>/posyandu/baru/", posts.new, name="post_new"),
    path("posyandu/<int:post_id>/", posts.show, name="post"),
    path("posyandu/<int:post_id>/hari/", posts.day, name="post_day"),
    path("posyandu/<int:post_id>/tutup/", posts.close, name="post_close"),
]
