"""Letters of the one gate: what stops a batch (people.*, sheet.*), and what is said of a row (row.*, cell.*)."""

from rukun.kit import sheet
from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

STOPS: Catalogue = {
    "people.batch_too_large": Sentence(
        what=_("Berkas {file} lebih dari {limit} baris."),
        why=_("Lewat halaman web, berkas sebesar itu dapat terputus di tengah jalan."),
        now=_("Bagi per desa, atau mintalah pengelola server menjalankan: ./rukun import people BERKAS --area KODE."),
    ),
    "people.batch_without_rows": Sentence(
        what=_("Tidak ada satu baris warga pun di berkas {file}."),
        why=_("Judul kolomnya terbaca, tetapi di bawahnya kosong."),
        now=_("Isi datanya, simpan, lalu unggah lagi."),
    ),
    "people.batch_area_without_rt": Sentence(
        what=_("{place} belum punya RT."),
        why=_("Setiap warga dicatat pada satu RT."),
        now=_("Daftarkan RT-nya dahulu, lalu unggah lagi."),
    ),
    "people.batch_not_waiting": Sentence(
        what=_("Kiriman ini tidak lagi menunggu keputusan (keadaan: {state})."),
        why=_("Mungkin sudah diterima, dihentikan, atau dibatalkan; bisa juga oleh rekan Anda."),
        now=_("Buka daftar kiriman untuk melihat keadaannya sekarang."),
    ),
    "people.batch_not_accepted": Sentence(
        what=_("Hanya kiriman yang sudah diterima dapat ditarik kembali (keadaan: {state})."),
        why=_("Kiriman ini belum atau tidak lagi ada di buku warga."),
        now=_("Buka daftar kiriman untuk melihat keadaannya sekarang."),
    ),
    "people.batch_nothing_to_accept": Sentence(
        what=_("Tidak ada baris yang dapat diterima."),
        why=_("Semua baris ditolak saat diperiksa."),
        now=_("Unduh berkas perbaikan, tulis yang benar, lalu unggah lagi."),
    ),
    "people.batch_rows_lost": Sentence(
        what=_("Baris yang menunggu sudah tidak lengkap: {waiting} dari {kept}."),
        why=_("Server sempat berhenti tiba-tiba. Buku warga sendiri tidak berubah."),
        now=_("Unggah berkas yang sama sekali lagi."),
    ),
    "people.batch_register_changed": Sentence(
        what=_("{count} nomor di berkas ini baru saja tercatat lewat jalan lain."),
        why=_("Buku warga berubah sesudah berkas diperiksa. Tidak ada yang disimpan."),
        now=_("Unggah berkas sekali lagi; pemeriksaan baru akan menunjukkan barisnya."),
    ),
    "people.batch_built_upon": Sentence(
        what=_("Kiriman ini tidak dapat ditarik kembali: {what}."),
        why=_("Sesudah diterima, orang lain menambah catatan pada warga atau rumah tangga ini."),
        now=_("Perbaiki satu per satu di halaman warga, atau hapus dahulu catatan tambahannya."),
    ),
    "people.limit_unknown": Sentence(
        what=_("Batas {name} belum berlaku pada {on}."),
        why=_("Angka pertamanya berlaku sesudah tanggal itu."),
        now=_("Pakai tanggal yang lebih baru, atau tambahkan angkanya di parameters/intake.yaml."),
    ),
}

PLACES: Catalogue = {
    "row.rt_missing": Sentence(
        what=_("RT belum ditulis."),
        why=_("Wilayah yang dipilih punya lebih dari satu RT."),
        now=_("Isi nomor RT-nya."),
    ),
    "row.rt_unknown": Sentence(
        what=_("RT {rt} (RW {rw}) tidak ada di wilayah yang dipilih."),
        why=_("Nomornya keliru, RT-nya di desa lain, atau belum didaftarkan."),
        now=_("Periksa nomor RT dan RW. Bila RT itu baru, daftarkan dahulu."),
    ),
    "row.rt_unclear": Sentence(
        what=_("Ada beberapa RT {rt} di wilayah yang dipilih."),
        why=_("Nomor RT yang sama dipakai di RW, dusun, atau desa lain."),
        now=_("Isi juga RW, dusun, atau kode desanya."),
    ),
}

NUMBERS: Catalogue = {
    "row.no_nik": Sentence(
        what=_("NIK kosong."),
        why=_("Warga tetap dicatat, dengan tanda pengenal sementara."),
        now=_("Lengkapi NIK-nya bila sudah ada."),
    ),
    "row.nik_temporary": Sentence(
        what=_("NIK ini nomor sementara (berawal 0)."),
        why=_("Nomor sementara tidak disimpan sebagai NIK."),
        now=_("Lengkapi NIK-nya bila sudah ada."),
    ),
    "row.nik_wrong_length": Sentence(
        what=_("NIK berisi {length} angka, bukan 16."),
        why=_("Mungkin ada angka yang terlewat, terlalu banyak, atau nol yang hilang."),
        now=_("Tulis ulang 16 angkanya sebagai teks, dari KTP atau KK."),
    ),
    "row.nik_not_digits": Sentence(
        what=_("NIK berisi tanda selain angka."),
        why=_("NIK hanya 16 angka."),
        now=_("Tulis ulang dari KTP atau KK; kosongkan bila belum punya."),
    ),
    "row.nik_empty": Sentence(
        what=_("NIK tidak terbaca."),
        why=_("Selnya hanya berisi tanda baca."),
        now=_("Tulis ulang dari KTP atau KK; kosongkan bila belum punya."),
    ),
    "row.nik_digits_lost_in_spreadsheet": Sentence(
        what=_("NIK dirusak lembar kerja (tampil seperti 3,27E+15)."),
        why=_("Angka terakhirnya hilang dan tidak dapat dikembalikan."),
        now=_("Jadikan kolomnya teks, lalu tulis ulang NIK dari KTP atau KK."),
    ),
    "row.nik_impossible_date": Sentence(
        what=_("NIK ini memuat tanggal lahir yang tidak mungkin."),
        why=_("Angka ke-7 sampai ke-12 ialah tanggal lahir; perempuan ditambah 40."),
        now=_("Cocokkan dengan KTP atau KK, lalu perbaiki."),
    ),
    "row.nik_serial_zero": Sentence(
        what=_("NIK ini berakhir 0000."),
        why=_("Nomor urut NIK tidak pernah nol; lembar kerja sering mengganti angka terakhir dengan nol."),
        now=_("Cocokkan dengan KTP atau KK, lalu perbaiki."),
    ),
    "row.nik_birth_differs": Sentence(
        what=_("Tanggal lahir di NIK berbeda dengan kolom tanggal lahir."),
        why=_("Ini boleh terjadi: NIK tidak berubah walau tanggal lahir diperbaiki."),
        now=_("Periksa sekali lagi; bila memang begitu, biarkan."),
    ),
    "row.nik_sex_differs": Sentence(
        what=_("Jenis kelamin di NIK berbeda dengan kolom jenis kelamin."),
        why=_("Tanggal lahir perempuan di NIK ditambah 40."),
        now=_("Periksa keduanya; bila memang begitu, biarkan."),
    ),
    "row.nik_area_differs": Sentence(
        what=_("NIK ini pertama kali terbit di kabupaten lain."),
        why=_("Ini biasa bagi pendatang."),
        now=_("Tidak perlu apa-apa bila warga ini memang pindahan."),
    ),
    "row.nik_twice": Sentence(
        what=_("NIK yang sama tertulis lagi (baris {rows})."),
        why=_("Satu NIK milik satu orang. Kami tidak menebak baris mana yang benar."),
        now=_("Hapus salah satunya, atau perbaiki NIK-nya."),
    ),
    "row.nik_held_here": Sentence(
        what=_("NIK ini sudah tercatat di wilayah Anda."),
        why=_("Mencatat dua kali membuat jumlah warga keliru."),
        now=_("Hapus baris ini; perubahan datanya dicatat di halaman warga itu."),
    ),
    "row.nik_held_elsewhere": Sentence(
        what=_("NIK ini sudah tercatat di {place}."),
        why=_("Mungkin warga pindahan yang belum dilepas di sana."),
        now=_("Hubungi operator di sana agar kepindahannya dicatat, lalu unggah lagi."),
    ),
    "row.no_kk": Sentence(
        what=_("Nomor KK kosong."),
        why=_("Warga tetap dicatat, sebagai rumah tangga sendiri."),
        now=_("Lengkapi nomor KK bila ia serumah dengan keluarganya."),
    ),
    "row.kk_temporary": Sentence(
        what=_("Nomor KK ini nomor sementara (berawal 0)."),
        why=_("Mereka tetap dikumpulkan serumah, tetapi kartunya belum dicatat."),
        now=_("Lengkapi nomor KK bila kartunya sudah terbit."),
    ),
    "row.kk_wrong_length": Sentence(
        what=_("Nomor KK berisi {length} angka, bukan 16."),
        why=_("Mungkin ada angka yang terlewat atau terlalu banyak."),
        now=_("Tulis ulang 16 angkanya sebagai teks, dari kartu keluarga."),
    ),
    "row.kk_not_digits": Sentence(
        what=_("Nomor KK berisi tanda selain angka."),
        why=_("Nomor KK hanya 16 angka."),
        now=_("Tulis ulang dari kartu keluarga; kosongkan bila belum punya."),
    ),
    "row.kk_empty": Sentence(
        what=_("Nomor KK tidak terbaca."),
        why=_("Selnya hanya berisi tanda baca."),
        now=_("Tulis ulang dari kartu keluarga; kosongkan bila belum punya."),
    ),
    "row.kk_digits_lost_in_spreadsheet": Sentence(
        what=_("Nomor KK dirusak lembar kerja (tampil seperti 3,27E+15)."),
        why=_("Angka terakhirnya hilang dan tidak dapat dikembalikan."),
        now=_("Jadikan kolomnya teks, lalu tulis ulang nomornya dari kartu keluarga."),
    ),
    "row.kk_serial_zero": Sentence(
        what=_("Nomor KK ini berakhir 0000."),
        why=_("Lembar kerja sering mengganti angka terakhir dengan nol."),
        now=_("Cocokkan dengan kartu keluarga, lalu perbaiki."),
    ),
    "row.kk_held_elsewhere": Sentence(
        what=_("Kartu keluarga ini sudah tercatat di {place}."),
        why=_("Satu kartu keluarga hanya tercatat di satu tempat."),
        now=_("Hubungi operator di sana agar kepindahannya dicatat, lalu unggah lagi."),
    ),
    "row.heads_twice": Sentence(
        what=_("Kartu keluarga ini punya lebih dari satu kepala keluarga (baris {rows})."),
        why=_("Satu kartu keluarga hanya punya satu kepala."),
        now=_("Perbaiki hubungan keluarga di salah satu baris, atau nomor KK-nya."),
    ),
    "row.head_held": Sentence(
        what=_("Kartu keluarga ini sudah tercatat dengan kepala keluarga lain."),
        why=_("Satu kartu keluarga hanya punya satu kepala."),
        now=_("Perbaiki hubungan keluarganya, atau ganti kepala keluarganya di halaman rumah tangga itu."),
    ),
    "row.head_missing": Sentence(
        what=_("Kartu keluarga ini belum punya kepala keluarga."),
        why=_("Tidak ada baris yang ditulis sebagai kepala keluarga."),
        now=_("Tetap disimpan. Lengkapi bila tahu."),
    ),
    "row.card_in_two_rts": Sentence(
        what=_("Satu kartu keluarga ini tertulis di lebih dari satu RT."),
        why=_("Yang berbeda RT dicatat sebagai rumah tangga sendiri."),
        now=_("Tidak perlu apa-apa bila mereka memang tinggal terpisah."),
    ),
}

PERSONS: Catalogue = {
    "row.example_left": Sentence(
        what=_("Ini baris contoh dari buku kerja kosong."),
        why=_("Orang ini rekaan dan tidak dicatat."),
        now=_("Hapus barisnya."),
    ),
    "row.name_missing": Sentence(
        what=_("Namanya belum terbaca."),
        why=_("Setiap warga dicatat dengan namanya."),
        now=_("Isi namanya."),
    ),
    "row.name_too_long": Sentence(
        what=_("Nama lebih dari {limit} huruf."),
        why=_("Mungkin ada tulisan lain yang ikut tersalin."),
        now=_("Singkatkan sampai namanya saja."),
    ),
    "row.sex_missing": Sentence(
        what=_("Jenis kelamin kosong."),
        why=_("Kami tidak mau menebaknya dari nama."),
        now=_("Isi L atau P."),
    ),
    "row.sex_unknown": Sentence(
        what=_("Jenis kelamin {text} tidak dikenal."),
        why=_("Yang dikenal: 1 atau L, 2 atau P."),
        now=_("Isi L atau P."),
    ),
    "row.status_unknown": Sentence(
        what=_("Status {text} tidak dikenal."),
        why=_("Kami tidak dapat memastikan warga ini masih menetap."),
        now=_("Isi 1 (hidup) bila masih menetap; hapus barisnya bila tidak."),
    ),
    "row.not_present": Sentence(
        what=_("Bukan warga yang menetap sekarang: {status}."),
        why=_("Berkas ini hanya untuk warga yang masih menetap."),
        now=_("Tidak perlu apa-apa bila memang begitu."),
    ),
    "row.relation_missing": Sentence(
        what=_("Hubungan keluarga kosong."),
        why=_("Warga tetap dicatat sebagai anggota lain."),
        now=_("Lengkapi bila tahu."),
    ),
    "row.choice_unknown": Sentence(
        what=_("{text} tidak ada dalam daftar pilihan."),
        why=_("Warga tetap dicatat, isian ini dikosongkan."),
        now=_("Pakai kode atau sebutan resminya."),
    ),
    "row.birth_date_missing": Sentence(
        what=_("Tanggal lahir kosong."),
        why=_("Warga tetap dicatat, umurnya belum diketahui."),
        now=_("Lengkapi bila tahu."),
    ),
    "row.birth_date_future": Sentence(
        what=_("Tanggal lahir {text} belum tiba."),
        why=_("Mungkin tahunnya keliru."),
        now=_("Cocokkan dengan KTP atau KK, lalu perbaiki."),
    ),
    "row.birth_date_too_old": Sentence(
        what=_("Menurut tanggal lahirnya, umurnya lebih dari {years} tahun."),
        why=_("Biasanya abadnya salah tulis."),
        now=_("Cocokkan dengan KTP atau KK, lalu perbaiki."),
    ),
    "row.text_cut": Sentence(
        what=_("Tulisan lebih dari {limit} huruf; lebihnya dipotong."),
        why=_("Mungkin ada tulisan lain yang ikut tersalin."),
        now=_("Singkatkan bila perlu."),
    ),
    "row.point_unreadable": Sentence(
        what=_("Titik lokasi tidak terbaca."),
        why=_("Lintang dan bujur ditulis dalam derajat, misalnya -0,45 dan 116,98."),
        now=_("Warga tetap dicatat tanpa titik; perbaiki bila perlu."),
    ),
}

CATALOGUE: Catalogue = sheet.CATALOGUE | STOPS | PLACES | NUMBERS | PERSONS
