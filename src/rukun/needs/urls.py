"""Addresses of the room: statements, problems and nodes by our own ids."""

from django.urls import path

from rukun.needs.views import areas, nodes, statements, trees

app_name = "needs"

urlpatterns = [
    path("wilayah/<int:area_id>/harapan/", areas.index, name="index"),
    path("wilayah/<int:area_id>/harapan/suara/", statements.listed, name="voices"),
    path("wilayah/<int:area_id>/harapan/suara/baru/", statements.speak, name="speak"),
    path("wilayah/<int:area_id>/harapan/masalah-baru/", trees.plant, name="problem_new"),
    path("wilayah/<int:area_id>/harapan/selesai/", areas.finish, name="finish"),
    path("suara/<int:statement_id>/kelompok/", statements.group, name="group"),
    path("suara/<int:statement_id>/perbaiki/", statements.correct, name="correct"),
    path("suara/<int:statement_id>/tarik/", statements.withdraw, name="withdraw"),
    path("masalah/<int:problem_id>/", trees.problem, name="problem"),
    path("masalah/<int:problem_id>/harapan/", trees.hopes, name="hopes"),
    path("masalah/<int:problem_id>/cetak/", trees.sheet, name="sheet"),
    path("masalah/<int:problem_id>/bidang/", trees.retheme, name="retheme"),
    path("masalah/<int:problem_id>/tutup/", trees.close, name="close"),
    path("masalah/kotak/<int:node_id>/", nodes.node, name="node"),
    path("masalah/kotak/<int:node_id>/sebab/", nodes.cause, name="cause"),
    path("masalah/kotak/<int:node_id>/akibat/", nodes.effect, name="effect"),
    path("masalah/kotak/<int:node_id>/kata/", nodes.rename, name="rename"),
    path("masalah/kotak/<int:node_id>/harapan/", nodes.hope, name="hope"),
    path("masalah/kotak/<int:node_id>/pindah/", nodes.move, name="move"),
    path("masalah/kotak/<int:node_id>/sambung/", nodes.join, name="join"),
    path("masalah/kotak/<int:node_id>/hapus/", nodes.put_away, name="put_away"),
]
