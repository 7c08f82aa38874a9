"""The ways the ground itself can be unsafe."""

from rukun.kit.problems import Sentence

CATALOGUE = {
    "walls.unsafe": Sentence(
        what="Rukun menolak berjalan: {faults}.",
        why="Basis data atau peran web ini dapat melanggar janji: data hilang saat listrik padam, atau pagar data tembus.",
        now="Nyalakan kembali setelan itu di server, atau pakai peran web tanpa kuasa lebih, lalu jalankan lagi.",
    ),
}
