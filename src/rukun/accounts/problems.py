"""The named ways things go wrong in this room."""

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
    "accounts.not_accepted": Sentence(
        what="Nama pengguna atau kata sandi ini belum dapat dipakai. {reasons}",
        why="Nama dan kata sandi yang mudah ditebak membuka data banyak rumah tangga.",
        now="Ubah sesuai petunjuk tadi, lalu kirim lagi.",
    ),
    "accounts.own_account": Sentence(
        what="Akun sendiri tidak diatur dari sini.",
        why="Tindakan ini selalu dilakukan oleh orang lain, agar ada dua pasang mata.",
        now="Ganti kata sandi Anda lewat Lainnya, atau minta tolong administrator lain.",
    ),
    "accounts.beyond_reach": Sentence(
        what="Akun {user} tidak dapat Anda atur.",
        why="Orang ini memegang peran yang bukan Anda berikan, atau di luar wilayah Anda.",
        now="Mintalah administrator kabupaten melakukannya.",
    ),
    "accounts.still_in_office": Sentence(
        what="Akun {user} masih memegang peran.",
        why="Peran yang berjalan perlu diakhiri atau diserahterimakan dulu, agar tugasnya tidak kosong.",
        now="Akhiri atau serahkan perannya, lalu tutup akunnya.",
    ),
    "accounts.account_closed": Sentence(
        what="Akun {user} sudah ditutup.",
        why="Akun yang ditutup tidak dapat diberi peran.",
        now="Pilih orang lain, atau buat akun baru untuknya.",
    ),
    "accounts.no_such_area": Sentence(
        what="Wilayah itu belum ada pada {on}.",
        why="Peran hanya berlaku di wilayah yang ada pada hari peran itu dimulai.",
        now="Periksa wilayah dan tanggal mulainya.",
    ),
    "accounts.wrong_level": Sentence(
        what="{role} tidak dipegang di {area}.",
        why="Setiap peran mempunyai tingkat wilayahnya sendiri.",
        now="Pilih wilayah yang sesuai, misalnya RT untuk Ketua RT.",
    ),
    "accounts.not_yours_to_give": Sentence(
        what="Peran {role} di wilayah ini bukan wewenang Anda.",
        why="Kepala desa menunjuk petugas RT dan kader di desanya. Peran lain ditunjuk administrator.",
        now="Mintalah administrator kabupaten melakukannya.",
    ),
    "accounts.own_office": Sentence(
        what="Tidak seorang pun memberi peran kepada dirinya sendiri.",
        why="Dua pasang mata menjaga agar kuasa tidak tumbuh diam-diam.",
        now="Mintalah orang lain yang berwenang menunjuk Anda.",
    ),
    "accounts.already_held": Sentence(
        what="Orang ini sudah menjadi {role} di wilayah itu pada masa itu.",
        why="Satu peran di satu wilayah dicatat sekali untuk satu masa.",
        now="Pilih masa yang lain, atau akhiri masa yang berjalan.",
    ),
    "accounts.seat_taken": Sentence(
        what="{role} di wilayah itu masih dijabat {holder}.",
        why="Jabatan ini dipegang satu orang pada satu waktu.",
        now="Pakai serah terima pada jabatan yang berjalan.",
    ),
    "accounts.ends_before_it_began": Sentence(
        what="Tanggal akhir {on} tidak sesudah tanggal mulai {since}.",
        why="Masa jabatan paling singkat satu hari.",
        now="Periksa kedua tanggalnya, lalu kirim lagi.",
    ),
    "accounts.already_ended": Sentence(
        what="Masa jabatan ini sudah berakhir pada {until}.",
        why="Riwayat tidak diubah setelah selesai.",
        now="Tidak ada yang perlu dilakukan.",
    ),
    "accounts.gap": Sentence(
        what="Ada masa kosong antara {until} dan {on}.",
        why="Serah terima menyambung dua masa jabatan tanpa jeda.",
        now="Pilih tanggal {until}, atau tunjuk orang baru sebagai masa tersendiri.",
    ),
    "accounts.same_person": Sentence(
        what="Penerima jabatan sama dengan pemegangnya.",
        why="Serah terima berlangsung antara dua orang.",
        now="Pilih orang lain sebagai penerima.",
    ),
    "accounts.last_administrator": Sentence(
        what="Ini administrator terakhir.",
        why="Tanpa administrator tidak ada yang dapat menunjuk petugas lagi.",
        now="Tunjuk administrator lain dulu, baru akhiri yang ini.",
    ),
    "accounts.code_stale": Sentence(
        what="Kode ini hanya berlaku sampai {until}.",
        why="Slip yang lama tidak dipakai mungkin sudah dibaca orang lain.",
        now="Mintalah kode baru kepada orang yang menyerahkan slip itu.",
    ),
    "accounts.check_terms_overlap": Sentence(
        what="{count} penugasan tumpang tindih (nomor {ids}).",
        why="Satu jabatan dipegang satu orang pada satu waktu.",
        now="Akhiri penugasan yang keliru di halaman Pengguna.",
    ),
    "accounts.check_second_factor": Sentence(
        what="{count} administrator belum memasang kode kedua: {users}.",
        why="Kata sandi saja tidak cukup untuk akun yang membuka seluruh kabupaten.",
        now="Mintalah mereka masuk sekali dan memasangnya.",
    ),
    "accounts.check_no_administrator": Sentence(
        what="Tidak ada administrator yang bertugas hari ini.",
        why="Tanpa administrator tidak ada yang dapat menunjuk petugas.",
        now='Jalankan ./rukun user NAMA --create --role administrator --full-name "NAMA LENGKAP".',
    ),
}
