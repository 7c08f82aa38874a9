"""All addresses of the house."""

from django.urls import include, path

urlpatterns = [path("masuk/", include("allauth.urls"))]

handler400 = "rukun.site.letters.bad_request"
handler403 = "rukun.site.letters.not_allowed"
handler404 = "rukun.site.letters.not_found"
handler500 = "rukun.site.letters.broken"
