"""Addresses of users and their offices."""

from django.urls import path

from rukun.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.user_list, name="users"),
    path("baru/", views.choose_place, name="choose_place"),
    path("baru/<int:area_id>/", views.appoint, name="appoint"),
    path("<int:user_id>/", views.user_page, name="user"),
    path("<int:user_id>/kode/", views.reset_password, name="reset_password"),
    path("<int:user_id>/kode-kedua/", views.forget_second_factor, name="forget_second_factor"),
    path("<int:user_id>/tutup/", views.deactivate, name="deactivate"),
    path("jabatan/<int:appointment_id>/akhiri/", views.end, name="end"),
    path("jabatan/<int:appointment_id>/serah-terima/", views.hand_over, name="hand_over"),
]
