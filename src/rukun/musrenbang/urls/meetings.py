"""Addresses of meetings: their list, the invitation, who came, the minutes."""

from django.urls import URLPattern, path

from rukun.musrenbang.views import attendance, meetings, minutes

urlpatterns: list[URLPattern] = [
    path("wilayah/<int:area_id>/musyawarah/", meetings.listed, name="meetings"),
    path("wilayah/<int:area_id>/musyawarah/baru/", meetings.call, name="meeting_call"),
    path("musyawarah/<int:meeting_id>/", meetings.meeting, name="meeting"),
    path("musyawarah/<int:meeting_id>/ubah/", meetings.change, name="meeting_change"),
    path("musyawarah/<int:meeting_id>/kedua/", meetings.again, name="meeting_again"),
    path("musyawarah/<int:meeting_id>/buka/", meetings.open, name="meeting_open"),
    path("musyawarah/<int:meeting_id>/tutup/", meetings.close, name="meeting_close"),
    path("musyawarah/<int:meeting_id>/batal/", meetings.cancel, name="meeting_cancel"),
    path("musyawarah/<int:meeting_id>/undangan/", attendance.invitations, name="meeting_invitations"),
    path("musyawarah/<int:meeting_id>/undangan/tambah/", attendance.invite, name="meeting_invite"),
    path("musyawarah/<int:meeting_id>/undangan/coret/", attendance.uninvite, name="meeting_uninvite"),
    path("musyawarah/<int:meeting_id>/undangan/sampai/", attendance.told, name="meeting_told"),
    path("musyawarah/<int:meeting_id>/undangan/perbarui/", attendance.renew, name="meeting_renew"),
    path("musyawarah/<int:meeting_id>/hadir/kertas/", attendance.sheet, name="meeting_sheet"),
    path("musyawarah/<int:meeting_id>/hadir/", attendance.tick, name="meeting_attendance"),
    path("musyawarah/<int:meeting_id>/hadir/nomor/", attendance.numbers, name="meeting_numbers"),
    path("musyawarah/<int:meeting_id>/hadir/<int:number>/", attendance.household, name="meeting_household"),
    path("musyawarah/<int:meeting_id>/notulen/", minutes.minutes, name="meeting_minutes"),
    path("musyawarah/<int:meeting_id>/putusan/", minutes.decide, name="meeting_decide"),
    path("musyawarah/<int:meeting_id>/putusan/<int:number>/", minutes.decision, name="meeting_decision"),
    path("musyawarah/<int:meeting_id>/putusan/<int:number>/beda/", minutes.dissent, name="meeting_dissent"),
]
