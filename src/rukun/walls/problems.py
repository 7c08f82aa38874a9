"""The ways the ground itself can be unsafe."""

from rukun.kit.problems import Sentence

CATALOGUE = {
    "walls.unsafe": Sentence(
        what="Rukun menolak berjalan: {faults}.",
        why="Data bisa hilang saat listrik padam, atau pagar data bisa ditembus.",
        now="Nyalakan setelan itu di server, atau pakai peran web tanpa kuasa lebih. Lalu jalankan lagi.",
    ),
    "walls.check_unsafe": Sentence(
        what="Peran web atau server basis data terlalu longgar: {fault}.",
        why="Kuasa atau setelan ini dapat melanggar janji kepada warga.",
        now="Cabut kuasa itu atau nyalakan setelannya, lalu periksa lagi.",
    ),
    "walls.check_log": Sentence(
        what="Log server basis data dapat memuat data warga: {setting}.",
        why="Pernyataan dan baris yang gagal berisi nama; siapa pun yang membaca log itu akan melihatnya.",
        now="Mintalah pengelola server menjalankan baris ini sebagai superuser, lalu periksa lagi: {line}",
    ),
    "walls.check_open": Sentence(
        what="Pagar tabel {table} tidak berdiri seperti gambarnya.",
        why="Tanpa pagar itu orang dapat melihat warga di luar wilayahnya.",
        now="Hentikan web, kembalikan pagarnya dengan migrasi, lalu periksa lagi.",
    ),
    "walls.check_verbs": Sentence(
        what="Hak peran web atas tabel {table} tidak seperti gambarnya: {verbs}.",
        why="Setiap tabel hanya memberi hak yang perlu.",
        now="Jalankan ./rukun up sekali sebagai pemilik, lalu periksa lagi.",
    ),
    "walls.check_promise": Sentence(
        what="Tabel {table} kehilangan janji {name}.",
        why="Basis data tidak lagi menolak data yang melanggarnya.",
        now="Kembalikan dari cadangan, atau pasang lagi janji itu dari migrasinya.",
    ),
    "walls.check_strays": Sentence(
        what="{count} baris tabel {table} berada di wilayah lain daripada induknya.",
        why="Baris itu dapat dilihat orang di luar wilayahnya, atau tidak terlihat oleh yang berhak.",
        now="Kembalikan dari cadangan yang baik. Bila tidak ada, kabari pengembang dengan nama tabel ini.",
    ),
}
