"""The letters of dated files, instruments and cards that cannot be read or asked."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "parameters.unknown_key": Sentence(
        what=_("Tidak ada aturan bernama {key}."),
        why=_("Namanya mungkin salah tulis, atau berasal dari versi lain."),
        now=_("Periksa namanya di daftar aturan."),
    ),
    "parameters.not_yaml": Sentence(
        what=_("Berkas {file} tidak terbaca di baris {line}."),
        why=_("Penulisannya keliru: {cause}."),
        now=_("Perbaiki baris itu, lalu muat lagi."),
    ),
    "parameters.wrong_shape": Sentence(
        what=_("Isi {file} di {path} tidak seperti yang diharapkan."),
        why=_("Di situ seharusnya: {wanted}."),
        now=_("Perbaiki isi itu, lalu muat lagi."),
    ),
    "parameters.before_first": Sentence(
        what=_("Nilai {key} untuk {on} tidak diketahui."),
        why=_("Nilai pertama yang tercatat baru berlaku {first}."),
        now=_("Pilih hari yang lebih baru, atau tambahkan nilai lama beserta sumbernya."),
    ),
    "parameters.ceased": Sentence(
        what=_("{key} sudah tidak berlaku pada {on}."),
        why=_("Berhenti sejak {since} menurut {source}."),
        now=_("Pakai penggantinya, atau tambahkan nilai baru beserta sumbernya."),
    ),
    "instruments.bad_expression": Sentence(
        what=_("Syarat pada pertanyaan {question} di {file} tidak dapat dibaca: {expression}"),
        why=_("{cause}."),
        now=_("Perbaiki syarat itu, lalu muat lagi."),
    ),
    "instruments.bad_question": Sentence(
        what=_("Pertanyaan {question} di {file} belum benar."),
        why=_("{cause}."),
        now=_("Perbaiki pertanyaan itu, lalu muat lagi."),
    ),
    "juknis.twice": Sentence(
        what=_("“{word}” tertulis dua kali di {place} pada {file}."),
        why=_("Setiap kunci, kode dan jenis langkah hanya boleh muncul sekali."),
        now=_("Hapus atau ganti salah satunya, lalu muat lagi."),
    ),
    "juknis.step_backwards": Sentence(
        what=_("Tenggat langkah “{step}” mendahului hari mulainya."),
        why=_("Mulai {since}, tenggat {until}. Sumber: {article}."),
        now=_("Periksa kedua tanggal itu pada juknis, lalu coba lagi."),
    ),
    "juknis.steps_out_of_order": Sentence(
        what=_("Langkah “{step}” mulai lebih dahulu daripada “{before}”, padahal ditulis sesudahnya."),
        why=_("Urutan langkah harus sama dengan urutan harinya. Sumber: {article}."),
        now=_("Perbaiki tanggalnya, atau tukar urutannya."),
    ),
    "juknis.share_crossed": Sentence(
        what=_("Batas terendah bidang {cluster} melebihi batas tertingginya."),
        why=_("Tidak ada jumlah uang yang memenuhi keduanya. Sumber: {article}."),
        now=_("Periksa kedua persen itu pada juknis."),
    ),
    "juknis.shares_too_big": Sentence(
        what=_("Batas terendah semua bidang berjumlah {total} persen."),
        why=_("Lebih dari 100 persen pagu tidak mungkin dibagi. Sumber: {article}."),
        now=_("Periksa persen setiap bidang pada juknis."),
    ),
    "juknis.shares_too_small": Sentence(
        what=_("Batas tertinggi semua bidang hanya berjumlah {total} persen."),
        why=_("Sisa pagu tidak punya bidang. Sumber: {article}."),
        now=_("Periksa persen setiap bidang pada juknis."),
    ),
    "juknis.unknown_cluster": Sentence(
        what=_("Kegiatan {entry} memakai bidang “{cluster}” yang tidak ada."),
        why=_("Setiap kegiatan harus masuk salah satu bidang juknis. Sumber: {article}."),
        now=_("Perbaiki bidangnya, atau tambahkan bidang itu, lalu muat lagi."),
    ),
    "juknis.no_such_answer": Sentence(
        what=_("Jawaban benar untuk “{question}” tidak ada di antara pilihannya."),
        why=_("Kuis itu tidak akan pernah dapat dijawab benar. Sumber: {article}."),
        now=_("Tulis jawaban benar persis seperti salah satu pilihan, lalu muat lagi."),
    ),
    "juknis.too_many_needed": Sentence(
        what=_("Kuis meminta {needed} jawaban benar, padahal hanya ada {asked} pertanyaan."),
        why=_("Tidak ada RT yang dapat lulus."),
        now=_("Turunkan jumlahnya, atau tambah pertanyaan."),
    ),
    "juknis.allowed_and_blocked": Sentence(
        what=_("Kata “{word}” diperbolehkan pada {entry}, tetapi dilarang pada {blocked}."),
        why=_("Warga akan mendapat dua jawaban yang bertentangan. Sumber: {article}."),
        now=_("Pilih satu: hapus kata itu dari yang boleh atau dari yang dilarang."),
    ),
    "juknis.second_quorum_higher": Sentence(
        what=_("Panggilan kedua meminta {second} persen, lebih banyak daripada panggilan pertama ({first} persen)."),
        why=_("Panggilan kedua ada karena yang pertama kurang hadir. Sumber: {article}."),
        now=_("Periksa kedua kuorum itu pada juknis."),
    ),
    "juknis.over_hundred": Sentence(
        what=_("Di {path} pada {file} tertulis {written} persen."),
        why=_("Bagian dari seluruh uang tidak mungkin lebih dari 100 persen."),
        now=_("Periksa persen itu pada naskah juknis, lalu muat lagi."),
    ),
    "juknis.regulation_backwards": Sentence(
        what=_("Peraturan {name} berakhir sebelum mulai berlaku."),
        why=_("Mulai {since}, berakhir {until}. Sumber: {article}."),
        now=_("Periksa kedua tanggal itu pada naskahnya, lalu muat lagi."),
    ),
    "juknis.allocation_without": Sentence(
        what=_("Cara membagi pagu ditulis “{kind}”, tetapi ada {tiers} tingkat KK."),
        why=_("Tingkat KK dan cara “tiers” harus ada bersama-sama. Sumber: {article}."),
        now=_("Lengkapi tingkatnya, atau ganti caranya, lalu muat lagi."),
    ),
    "juknis.range_crossed": Sentence(
        what=_("Pagu terendah {least} melebihi pagu tertinggi {most}."),
        why=_("Tidak ada pagu yang memenuhi keduanya. Sumber: {article}."),
        now=_("Periksa kedua angka itu pada juknis, lalu muat lagi."),
    ),
    "juknis.tier_backwards": Sentence(
        what=_("Tingkat {households} KK berakhir sebelum mulai."),
        why=_("Tidak ada RT yang masuk tingkat itu. Sumber: {article}."),
        now=_("Periksa batas KK tingkat itu, lalu muat lagi."),
    ),
    "juknis.tier_overlap": Sentence(
        what=_("RT dengan {households} KK masuk dua tingkat sekaligus."),
        why=_("Setiap RT hanya boleh punya satu pagu. Sumber: {article}."),
        now=_("Tanyakan DPMD tingkat mana yang berlaku, lalu perbaiki batasnya."),
    ),
    "juknis.tier_gap": Sentence(
        what=_("Tidak ada aturan untuk RT dengan {households} KK."),
        why=_("Tingkat di bawah dan di atasnya tidak bersambung. Sumber: {article}."),
        now=_("Tanyakan DPMD pagunya. Bila belum dijawab, tulis KK itu di “unsettled”."),
    ),
    "juknis.tranche_numbers": Sentence(
        what=_("Tahap pencairan bernomor {numbers}."),
        why=_("Tahap harus berurutan mulai dari 1. Sumber: {article}."),
        now=_("Perbaiki nomornya, lalu muat lagi."),
    ),
    "juknis.tranche_shares": Sentence(
        what=_("Bagian semua tahap pencairan berjumlah {total} persen."),
        why=_("Jumlahnya harus tepat 100 persen pagu. Sumber: {article}."),
        now=_("Periksa bagian setiap tahap pada juknis, lalu coba lagi."),
    ),
    "juknis.tranche_backwards": Sentence(
        what=_("Tahap {number} berakhir sebelum mulai."),
        why=_("Mulai {since}, berakhir {until}. Sumber: {article}."),
        now=_("Periksa kedua tanggal itu pada juknis, lalu coba lagi."),
    ),
    "juknis.tranches_out_of_order": Sentence(
        what=_("Tahap {number} mulai atau berakhir lebih dahulu daripada tahap {before}."),
        why=_("Tahap berikut tidak boleh mendahului tahap sebelumnya. Sumber: {article}."),
        now=_("Periksa tanggal kedua tahap itu, lalu coba lagi."),
    ),
    "juknis.desk_backwards": Sentence(
        what=_("Pemeriksa berkas {bundle} tidak urut: {levels}."),
        why=_("Berkas naik dari RT ke desa, kecamatan, lalu kabupaten. Sumber: {article}."),
        now=_("Perbaiki urutannya, lalu muat lagi."),
    ),
    "juknis.cap_without_limit": Sentence(
        what=_("Batas “{label}” tidak menyebut rupiah atau persen."),
        why=_("Tanpa angka, tidak ada yang dapat diperiksa. Sumber: {article}."),
        now=_("Isi rupiah atau persennya, atau hapus batas itu, lalu muat lagi."),
    ),
    "juknis.unknown_part": Sentence(
        what=_("“{label}” menunjuk “{word}” yang tidak ada di juknis ini."),
        why=_("Bidang dan kode kegiatan harus ada lebih dahulu. Sumber: {article}."),
        now=_("Perbaiki kata itu, atau tambahkan ke juknis, lalu muat lagi."),
    ),
    "juknis.purchases_out_of_order": Sentence(
        what=_("Cara belanja “{way}” harus berbatas lebih tinggi daripada “{before}”."),
        why=_("Batasnya ditulis dari yang terendah; yang tanpa batas paling akhir. Sumber: {article}."),
        now=_("Perbaiki batas atau urutannya, lalu muat lagi."),
    ),
    "juknis.not_asked": Sentence(
        what=_("Juknis ini tidak menanyakan {path}."),
        why=_("Halaman itu mungkin dibuka dari versi juknis yang lama."),
        now=_("Buka lagi daftar yang belum diketahui, lalu isi dari sana."),
    ),
    "ppi.card_unreadable": Sentence(
        what=_("Kartu PPI {file} tidak terbaca di baris {row}."),
        why=_("{cause}."),
        now=_("Bandingkan dengan kartu aslinya, perbaiki, lalu unggah lagi."),
    ),
    "ppi.lines_do_not_pair": Sentence(
        what=_("Garis kemiskinan pada kartu dan tabel PPI tidak berpasangan."),
        why=_("Kartu punya {card}; tabel punya {lookup}."),
        now=_("Sebutkan sendiri pasangan setiap garis, atau pakai kartu dan tabel dari terbitan yang sama."),
    ),
}

RETIRED: frozenset[str] = frozenset()
