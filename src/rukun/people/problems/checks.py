"""What `verify` may notice in the register."""

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
    "people.check_tally": Sentence(
        what="Jumlah {count} RT tidak sama dengan hitungan ulang (wilayah {ids}).",
        why="Halaman wilayah dan peta menampilkan jumlah yang keliru.",
        now="Jangan ubah data dulu. Buat cadangan, lalu sampaikan nomor-nomor ini kepada pengelola.",
    ),
    "people.check_stays_overlap": Sentence(
        what="{count} warga tercatat di dua rumah tangga pada hari yang sama (nomor {ids}).",
        why="Setiap orang tinggal di satu dapur pada satu waktu.",
        now="Buka rumah tangga itu, lalu perbaiki catatan penghuninya.",
    ),
    "people.check_person_elsewhere": Sentence(
        what="{count} warga tercatat di RT lain dari rumah tangganya (nomor {ids}).",
        why="Ketua RT-nya tidak melihat mereka.",
        now="Jangan ubah data dulu. Buat cadangan, lalu sampaikan nomor-nomor ini kepada pengelola.",
    ),
    "people.check_nobody_home": Sentence(
        what="{count} rumah tangga masih terbuka tanpa penghuni (nomor {ids}).",
        why="Rumah tangga tanpa penghuni ikut terhitung.",
        now="Tambahkan penghuninya, atau akhiri rumah tangga itu.",
    ),
    "people.check_closed_yet_lived_in": Sentence(
        what="{count} rumah tangga sudah berakhir tetapi masih berpenghuni (nomor {ids}).",
        why="Penghuninya hilang dari semua jumlah.",
        now="Buka rumah tangga itu, lalu perbaiki catatan penghuninya.",
    ),
    "people.check_two_heads": Sentence(
        what="{count} rumah tangga punya dua kepala keluarga (nomor {ids}).",
        why="Satu rumah tangga punya paling banyak satu kepala.",
        now="Buka rumah tangga itu, lalu perbaiki catatan penghuninya.",
    ),
    "people.check_nik_status": Sentence(
        what="Keadaan NIK {count} warga tidak sesuai dengan nomor yang tersimpan (nomor {ids}).",
        why="Tertulis tanpa NIK padahal ada, atau sebaliknya.",
        now="Buka halaman warga itu, lalu catat lagi NIK-nya.",
    ),
    "people.check_batch_counts": Sentence(
        what="Jumlah baris {count} kiriman tidak cocok (nomor {ids}).",
        why="Baris dibaca selalu sama dengan disimpan ditambah ditolak, dan yang disimpan ada semua.",
        now="Jangan ubah data dulu. Buat cadangan, lalu sampaikan nomor-nomor ini kepada pengelola.",
    ),
    "people.check_number_sealed": Sentence(
        what="{count} nomor tersegel tidak terbuka dengan kunci yang ada (nomor {ids}).",
        why="Berkas kunci bukan milik basis data ini, atau ada isi yang rusak.",
        now="Kembalikan berkas kunci yang benar dari cadangan.",
    ),
    "people.check_number_index": Sentence(
        what="{count} nomor tidak dapat dicari dengan kunci indeks yang ada (nomor {ids}).",
        why="Nomor yang sama dapat masuk dua kali tanpa diketahui.",
        now="Kembalikan berkas kunci yang benar dari cadangan.",
    ),
    "people.check_name_key": Sentence(
        what="Kata pencarian {count} warga bukan kata dari namanya (nomor {ids}).",
        why="Namanya diubah di luar Rukun, atau ditulis oleh Rukun yang lebih lama. Warga itu sulit ditemukan.",
        now="Data warga itu sendiri tidak rusak. Sampaikan nomor-nomor ini kepada pengelola.",
    ),
}
