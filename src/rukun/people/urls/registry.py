"""Addresses of the register: no name, no number, only our own ids."""

from django.urls import path

from rukun.people.views import cards, families, households, merges, persons, registry, splits

urlpatterns = [
    path("warga/", registry.home, name="home"),
    path("warga/cari/", registry.search, name="search"),
    path("wilayah/<int:area_id>/warga/", registry.register, name="register"),
    path("wilayah/<int:area_id>/kelengkapan/", registry.completeness, name="completeness"),
    path("wilayah/<int:area_id>/jumlah/", registry.state, name="state"),
    path("wilayah/<int:area_id>/keluarga-baru/", families.new, name="family_new"),
    path("wilayah/<int:area_id>/mekar/", splits.split, name="split"),
    path("wilayah/<int:area_id>/gabung/", merges.merge, name="merge"),
    path("rumah-tangga/<int:household_id>/", households.household, name="household"),
    path("rumah-tangga/<int:household_id>/lahir/", households.bear, name="bear"),
    path("rumah-tangga/<int:household_id>/masuk/", households.move_in, name="move_in"),
    path("rumah-tangga/<int:household_id>/pindah/", households.leave, name="household_leave"),
    path("rumah-tangga/<int:household_id>/letak/", households.place_of, name="household_place"),
    path("rumah-tangga/<int:household_id>/kartu-keluarga/", cards.issue, name="card_issue"),
    path("kartu-keluarga/<int:card_id>/", cards.card, name="card"),
    path("kartu-keluarga/<int:card_id>/perbarui/", cards.renew, name="card_renew"),
    path("kartu-keluarga/<int:card_id>/tambah/", cards.join, name="card_join"),
    path("kartu-keluarga/<int:card_id>/keluar/", cards.leave, name="card_leave"),
    path("kartu-keluarga/<int:card_id>/buka-nomor/", cards.reveal, name="card_reveal"),
    path("warga/<int:person_id>/", persons.person, name="person"),
    path("warga/<int:person_id>/betulkan/", persons.correct, name="correct"),
    path("warga/<int:person_id>/meninggal/", persons.die, name="die"),
    path("warga/<int:person_id>/pindah-keluar/", persons.move_out, name="move_out"),
    path("warga/<int:person_id>/pindah/", persons.move_within, name="move_within"),
    path("warga/<int:person_id>/hubungan/", persons.relate, name="relate"),
    path("warga/<int:person_id>/nik/", persons.number, name="number"),
    path("warga/<int:person_id>/buka-nik/", persons.reveal, name="reveal"),
]
