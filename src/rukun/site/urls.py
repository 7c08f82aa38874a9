"""All addresses of the house."""

from django.urls import include, path
from django.views.i18n import set_language

from rukun.poverty.urls import area_urls
from rukun.site import health, home, log
from rukun.site.setup import views as setup

pages = [
    path("", home.home, name="home"),
    path("lainnya/", home.more, name="more"),
    path("tentang/", home.about, name="about"),
    path("kelola/log/", log.audit_log, name="log"),
    path("sehat/", health.health, name="health"),
    path("siapkan/", setup.choose, name="setup"),
    path("siapkan/administrator/", setup.administrator, name="setup_administrator"),
    path("siapkan/selesai/", setup.done, name="setup_done"),
]

urlpatterns = [
    path("", include((pages, "site"))),
    path("bahasa/", set_language, name="set_language"),
    path("masuk/", include("rukun.accounts.door")),
    path("kelola/wilayah/", include("rukun.site.places.urls")),
    path("kelola/pengguna/", include("rukun.accounts.urls")),
    path("", include("rukun.people.urls")),
    path("", include(area_urls)),
    path("", include("rukun.poverty.urls")),
    path("", include("rukun.facilitation.urls")),
    path("", include("rukun.mapping.urls")),
    path("", include("rukun.needs.urls")),
    path("", include("rukun.musrenbang.urls")),
    path("", include("rukun.grants.urls")),
    path("", include("rukun.services.health.urls")),
    path("", include("rukun.services.sanitation.urls")),
    path("", include("rukun.services.education.urls")),
    path("", include("rukun.programmes.urls")),
    path("", include("rukun.reports.urls")),
    path("", include("rukun.transparency.urls")),
]

handler400 = "rukun.site.errors.bad_request"
handler403 = "rukun.site.errors.forbidden"
handler404 = "rukun.site.errors.not_found"
handler429 = "rukun.site.errors.too_many"
handler500 = "rukun.site.errors.server_error"
