"""The address at which a call is taken out as a file."""

from django.urls import URLPattern, path

from rukun.services.health.views import bundles

urlpatterns: list[URLPattern] = [path("kunjungan/<int:call_id>/berkas/", bundles.give, name="bundle")]
