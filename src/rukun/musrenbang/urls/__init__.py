"""Addresses of the room, by noun."""

from rukun.musrenbang.urls import answers, ceilings, choices, meetings, proposals

app_name = "musrenbang"

urlpatterns = [
    *proposals.urlpatterns,
    *meetings.urlpatterns,
    *choices.urlpatterns,
    *answers.urlpatterns,
    *ceilings.urlpatterns,
]
