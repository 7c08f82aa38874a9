"""The ways the front door itself can fail."""

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
    "site.by_button_only": Sentence(
        what="Halaman ini hanya terbuka lewat tombolnya.",
        why="Alamatnya menerima isian dari sebuah formulir, dan kali ini isiannya tidak ikut.",
        now="Mulai lagi dari beranda, lalu tekan tombolnya di sana.",
    ),
    "site.backup_unreadable": Sentence(
        what="Berkas ini bukan cadangan Rukun.",
        why="Baris pertamanya tidak dikenal.",
        now="Pilih berkas yang dibuat oleh ./rukun backup.",
    ),
    "site.backup_passphrase": Sentence(
        what="Sandi cadangan tidak cocok.",
        why="Berkas hanya terbuka dengan sandi yang dipakai saat dibuat.",
        now="Periksa sandinya, lalu ulangi. Data yang ada sekarang tidak diubah.",
    ),
    "site.backup_cut": Sentence(
        what="Berkas cadangan tidak utuh.",
        why="Ada bagian yang hilang atau berubah.",
        now="Pakai salinan lain dari cadangan ini. Data yang ada sekarang tidak diubah.",
    ),
    "site.restore_not_empty": Sentence(
        what="Basis data ini sudah berisi.",
        why="Mengembalikan cadangan akan menimpa semua data yang ada.",
        now="Buat cadangan dulu, lalu ulangi dengan --replace bila memang itu maksud Anda.",
    ),
    "site.seed_not_empty": Sentence(
        what="Instalasi ini sudah berisi sebuah kabupaten.",
        why="Warga rekaan tidak boleh bercampur dengan data yang ada.",
        now="Pakai folder data lain, misalnya RUKUN_VAR=var/uji ./rukun seed.",
    ),
    "site.not_ours": Sentence(
        what="Basis data ini berisi tabel yang bukan milik Rukun: {tables}.",
        why="Rukun memerlukan basis data sendiri; data program lain tidak boleh tercampur atau terhapus.",
        now="Buat basis data kosong tersendiri untuk Rukun, lalu ulangi dengan alamat itu.",
    ),
    "site.database_url": Sentence(
        what="DATABASE_URL tidak terbaca.",
        why="Alamat basis data memuat nama akun, server, dan nama basis datanya.",
        now="Tulis seperti ini: postgresql://nama:sandi@server:5432/rukun. Tanda khusus dalam sandi ditulis %xx.",
    ),
    "site.database_down": Sentence(
        what="Basis data tidak dapat dihubungi.",
        why="Kata server: {message}.",
        now="Periksa apakah PostgreSQL menyala dan alamatnya benar, lalu ulangi. Mesin baru: mulai dengan ./rukun up.",
    ),
    "site.database_stopped": Sentence(
        what="Basis data menghentikan pekerjaan ini.",
        why="Kata server: {message}.",
        now="Periksa ruang penyimpanan dan pekerjaan lain yang sedang berjalan di server, lalu ulangi.",
    ),
    "site.database_unprepared": Sentence(
        what="Basis data ini belum disiapkan untuk versi Rukun ini.",
        why="Kata server: {message}.",
        now="Jalankan ./rukun up sekali, lalu ulangi.",
    ),
    "site.embedded_down": Sentence(
        what="PostgreSQL bawaan tidak menyala.",
        why="Kata server: {message}.",
        now="Sesudah listrik padam ia perlu waktu: tunggu semenit, lalu ulangi. Bila tetap begini, baca {log}.",
    ),
    "site.path_too_long": Sentence(
        what="Nama folder {folder} terlalu panjang.",
        why="PostgreSQL bawaan dihubungi lewat soket, dan sistem membatasi nama soket pada kira-kira 100 huruf.",
        now="Pindahkan Rukun ke folder yang namanya lebih pendek, atau isi RUKUN_VAR, lalu ulangi.",
    ),
    "site.server_unfit": Sentence(
        what="Server PostgreSQL ini belum siap untuk Rukun: {faults}.",
        why="Rukun perlu PostgreSQL 15 atau lebih baru, basis data UTF8 kosong miliknya sendiri, dan btree_gist.",
        now="Mintalah pengelola server menyiapkannya menurut docs/operations/database.md, lalu ulangi.",
    ),
    "site.role_missing": Sentence(
        what="Akun basis data tidak boleh membuat peran untuk web.",
        why="Web bekerja dengan peran kedua yang tidak memiliki apa pun.",
        now="Mintalah pengelola server menjalankan baris ini, lalu ulangi: {sql}",
    ),
    "site.not_a_demo": Sentence(
        what="Instalasi ini bukan peragaan.",
        why="Mengosongkan data warga yang sungguhan tidak pernah boleh terjadi karena satu pilihan perintah.",
        now="Jalankan ./rukun up tanpa --fresh-demo.",
    ),
    "site.tool_failed": Sentence(
        what="Perkakas basis data {tool} berhenti.",
        why="Pesannya: {message}.",
        now="Tidak ada yang diubah. Periksa pesan itu, lalu ulangi.",
    ),
    "site.passphrase_missing": Sentence(
        what="Sandi cadangan belum diberikan.",
        why="Cadangan berisi data warga, jadi selalu dikunci.",
        now="Tulis sandi ke sebuah berkas, lalu tambahkan --passphrase-file BERKAS.",
    ),
    "site.locked_out": Sentence(
        what="Terlalu banyak percobaan. Akun ini dikunci {minutes} menit.",
        why="Beberapa kali kata sandi tidak cocok. Kunci ini menjaga akun dari orang yang menebak-nebak.",
        now="Tunggu {minutes} menit, lalu coba sekali lagi. Bila lupa, mintalah slip baru kepada yang menunjuk Anda.",
    ),
    "site.not_founded": Sentence(
        what="Belum ada kabupaten di instalasi ini.",
        why="Semua perintah bekerja di dalam satu kabupaten.",
        now="Jalankan ./rukun import codes --kabupaten 64.02, dengan kode kabupaten Anda.",
    ),
    "site.kabupaten_missing": Sentence(
        what="Kode kabupaten belum disebut.",
        why="Instalasi ini masih kosong; kabupatennya perlu disebut sekali.",
        now="Tambahkan --kabupaten, misalnya --kabupaten 64.02.",
    ),
    "site.area_unknown": Sentence(
        what="Wilayah {text} tidak ada di sini.",
        why="Kodenya tidak ada dalam kabupaten ini, atau sudah tidak berlaku.",
        now="Tulis kode desa (64.02.06.2099), RT sebagai 64.02.06.2099/005, atau nomor wilayah #259.",
    ),
    "site.area_unclear": Sentence(
        what="Ada beberapa wilayah yang cocok dengan {text}.",
        why="RT bernomor sama ada di lebih dari satu dusun atau RW.",
        now="Pilih salah satu nomor wilayah: {ways}.",
    ),
    "site.not_an_rt": Sentence(
        what="{place} bukan RT.",
        why="Profil dibuat untuk satu RT.",
        now="Tulis RT sebagai 64.02.06.2099/005, atau pakai --all --area untuk semua RT di dalamnya.",
    ),
    "site.file_unreadable": Sentence(
        what="Berkas {file} tidak dapat dibaca.",
        why="Berkasnya tidak ada di sana, atau Anda tidak boleh membacanya.",
        now="Periksa nama dan foldernya, lalu ulangi.",
    ),
    "site.file_missing": Sentence(
        what="Berkas daftar kode belum disebut.",
        why="Kabupaten sudah ada; daftar baru datang dari berkas.",
        now="Tambahkan nama berkasnya sesudah codes.",
    ),
    "site.file_trouble": Sentence(
        what="Berkas {file} tidak dapat dipakai.",
        why="Kata sistem: {message}.",
        now="Periksa nama, folder, dan ruang kosongnya, lalu ulangi.",
    ),
    "site.growth_columns": Sentence(
        what="Berkas {file} belum dapat dinilai.",
        why="Perlu kolom sex dan sedikitnya satu ukuran (weight_kg, lenhei_cm, headc_cm, muac_cm). Yang ada: {found}.",
        now="Beri nama kolom seperti pada ./rukun growth --help, lalu ulangi.",
    ),
    "site.growth_unreadable": Sentence(
        what="Berkas {file} tidak terbaca sebagai tabel CSV.",
        why="Pembacanya berhenti di sini: {cause}.",
        now="Simpan lagi dari lembar kerja sebagai CSV (UTF-8), lalu ulangi.",
    ),
    "site.mpi_columns": Sentence(
        what="Berkas {file} belum dapat dihitung.",
        why="Kolom ini belum ada: {lacking}. Yang ada: {found}.",
        now="Samakan nama kolom dengan berkas penunjuk (--spec), lalu ulangi.",
    ),
    "site.mpi_unreadable": Sentence(
        what="Berkas {file} tidak terbaca sebagai tabel.",
        why="Pembacanya berhenti di sini: {cause}.",
        now="Simpan lagi sebagai CSV (UTF-8) atau Parquet, lalu ulangi.",
    ),
    "site.mpi_values": Sentence(
        what="Baris {row}, kolom {column} di {file} berisi {value}.",
        why="Kolom kekurangan berisi 1 (ya), 0 (tidak) atau kosong (belum diketahui).",
        now="Perbaiki isinya, atau tulis syaratnya (when) di berkas penunjuk.",
    ),
    "site.mpi_weights": Sentence(
        what="Kolom bobot {column} di {file} berisi nilai kosong atau di bawah nol.",
        why="Bobot survei adalah angka nol atau lebih untuk setiap rumah tangga.",
        now="Perbaiki kolom itu, atau hitung tanpa --weight.",
    ),
    "site.mpi_cutoff": Sentence(
        what="Batas {cutoff} tidak dapat dipakai.",
        why="Batas miskin adalah pecahan di atas 0 sampai 1.",
        now="Tulis seperti 1/3 atau 0.33.",
    ),
    "site.basis_missing": Sentence(
        what="Dasar hukumnya belum disebut.",
        why="Setiap perubahan wilayah disertai keputusan, agar dapat ditelusuri.",
        now="Tambahkan --basis, misalnya --basis 'Perda 3/2024'.",
    ),
    "site.export_what": Sentence(
        "Berkas atau wilayahnya belum disebut.",
        "“{what}” keluar ke satu berkas, untuk satu wilayah.",
        "Ulangi dengan nama berkas dan --area KODE.",
    ),
    "site.export_grants_file": Sentence(
        "Format {format} memerlukan nama berkas.",
        "Isinya bukan teks yang dapat dicetak di layar.",
        "Ulangi dengan nama berkas sebelum --format.",
    ),
    "site.export_format": Sentence(
        "Format keluaran belum disebut.",
        "Dana RT dapat keluar sebagai ocds, 360giving, beancount, xlsx, atau csv.",
        "Ulangi dengan --format dan salah satunya.",
    ),
    "site.export_many_journals": Sentence(
        "Jurnalnya lebih dari satu buku, atau belum ada satu pun.",
        "Tiap buku menjadi satu berkas; bersama-sama mereka keluar sebagai ZIP.",
        "Sebut nama berkas, atau pilih satu RT dan satu tahun dengan --area dan --year.",
    ),
    "site.export_form": Sentence(
        what="Bentuk berkas {file} tidak dikenal.",
        why="Kami menulis CSV dan XLSX.",
        now="Akhiri nama berkasnya dengan .csv atau .xlsx.",
    ),
    "site.export_too_long": Sentence(
        what="{rows} baris tidak muat dalam satu lembar XLSX.",
        why="Satu lembar memuat paling banyak {most} baris.",
        now="Pakai berkas .csv, atau pilih wilayah yang lebih kecil.",
    ),
    "site.export_count": Sentence(
        what="Berkas memuat {written} baris, seharusnya {count}.",
        why="Berkas yang tidak utuh tidak pernah diberikan.",
        now="Ulangi sekali lagi; bila tetap begini, sampaikan kepada pengelola.",
    ),
    "site.user_unknown": Sentence(
        what="Tidak ada pengguna bernama {user}.",
        why="Nama pengguna ditulis persis seperti saat dibuat.",
        now="Periksa ejaannya, atau buat dengan --create.",
    ),
    "site.user_incomplete": Sentence(
        what="Pengguna baru memerlukan nama lengkap dan peran.",
        why="Setiap akun milik satu orang dengan satu tugas pertama.",
        now="Tambahkan --full-name dan --role, misalnya --role desa_operator.",
    ),
}
