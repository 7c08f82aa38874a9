"""All addresses of the house."""

from django.urls import include, path
from django.views.i18n import set_language

from rukun.site import home, log

pages = [
    path("", home.home, name="home"),
    path("lainnya/", home.more, name="more"),
    path("tentang/", home.about, name="about"),
    path("kelola/log/", log.audit_log, name="log"),
]

urlpatterns = [
    path("", include((pages, "site"))),
    path("", include("rukun.people.urls")),
    path("bahasa/", set_language, name="set_language"),
    path("masuk/", include("rukun.accounts.door")),
    path("kelola/pengguna/", include("rukun.accounts.urls")),
]

handler400 = "rukun.ui.letters.bad_request"
handler403 = "rukun.ui.letters.forbidden"
handler404 = "rukun.ui.letters.not_found"
handler429 = "rukun.ui.letters.too_many"
handler500 = "rukun.ui.letters.server_error"
