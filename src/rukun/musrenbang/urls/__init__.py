"""Addresses of the room, by noun."""

from rukun.musrenbang.urls import answers, choices, proposals

app_name = "musrenbang"

urlpatterns = [*proposals.urlpatterns, *choices.urlpatterns, *answers.urlpatterns]
