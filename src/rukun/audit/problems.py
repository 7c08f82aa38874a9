"""What `verify` may notice in the log."""

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
    "audit.check_number": Sentence(
        what="{count} baris catatan memuat deretan 16 angka (baris {ids}).",
        why="Itu mungkin NIK atau nomor KK, yang tidak boleh ada di catatan.",
        now="Sampaikan nomor baris ini kepada Pejabat Pelindungan Data.",
    ),
    "audit.check_reason": Sentence(
        what="{count} pembukaan data rahasia tanpa alasan (baris {ids}).",
        why="Setiap pembukaan data warga dicatat beserta keperluannya.",
        now="Tanyakan keperluannya kepada orang yang tertulis di baris itu.",
    ),
    "audit.check_missing": Sentence(
        what="{count} tindakan tidak punya baris catatan: {subject} nomor {ids}.",
        why="Baris catatan selalu ditulis bersama tindakannya ({verbs}).",
        now="Cari tahu siapa yang mengubah basis data tanpa lewat Rukun.",
    ),
}
