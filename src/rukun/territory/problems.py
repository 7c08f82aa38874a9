"""The named ways things go wrong in this room."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

AGAIN = _("Perbaiki berkasnya, lalu unggah lagi. Belum ada yang disimpan.")
OTHER_DAY = _("Periksa tanggal dan wilayahnya, lalu kirim lagi.")

CATALOGUE: Catalogue = {
    "territory.unknown": Sentence(
        what=_("Wilayah itu tidak ditemukan."),
        why=_("Mungkin sudah berganti, atau berada di luar wilayah Anda."),
        now=_("Pilih lagi dari daftar wilayah."),
    ),
    "territory.ended": Sentence(
        what=_("{name} sudah berakhir pada {until}."),
        why=_("Wilayah yang sudah berakhir tidak berubah lagi."),
        now=_("Pilih wilayah penggantinya."),
    ),
    "territory.too_early": Sentence(
        what=_("{name} baru berlaku sejak {since}."),
        why=_("Perubahan pada {on} akan menimpa catatan yang sudah ada."),
        now=_("Pilih tanggal sesudahnya."),
    ),
    "territory.basis_missing": Sentence(
        what=_("Dasar hukumnya belum diisi."),
        why=_("Setiap perubahan wilayah disertai keputusan, agar dapat ditelusuri."),
        now=_("Tulis nomor dan tahun keputusannya."),
    ),
    "territory.name_missing": Sentence(
        what=_("Namanya belum ada (kode {given})."),
        why=_("Setiap wilayah perlu nama atau nomor."),
        now=_("Isi namanya, lalu kirim lagi."),
    ),
    "territory.nothing_changes": Sentence(
        what=_("Tidak ada yang berubah."),
        why=_("Isian baru sama dengan yang sekarang."),
        now=_("Ubah isiannya, atau kembali."),
    ),
    "territory.number_taken": Sentence(
        what=_("Nomor {number} sudah dipakai di tempat ini."),
        why=_("Dua tetangga dengan nomor sama akan tertukar."),
        now=_("Pilih nomor lain."),
    ),
    "territory.code_taken": Sentence(
        what=_("Kode {given} sudah dipakai wilayah lain."),
        why=_("Satu kode hanya untuk satu wilayah."),
        now=_("Periksa kode pada keputusannya."),
    ),
    "territory.parent_unfit": Sentence(
        what=_("Wilayah induk itu tidak cocok."),
        why=_("Induk harus lebih tinggi, misalnya desa untuk RT, dan bukan bagian dari wilayah ini."),
        now=_("Pilih induk yang lain."),
    ),
    "territory.not_beneath": Sentence(
        what=_("Ada bagian yang bukan milik wilayah ini."),
        why=_("Yang dibagi hanya wilayah di bawahnya."),
        now=_("Muat ulang halamannya, lalu pilih lagi."),
    ),
    "territory.too_few_parts": Sentence(
        what=_("Wilayahnya kurang dari dua."),
        why=_("Pemekaran dan penggabungan menyangkut sedikitnya dua wilayah."),
        now=_("Tambahkan wilayahnya, atau pakai ganti nama."),
    ),
    "territory.levels_differ": Sentence(
        what=_("Tingkat wilayahnya berbeda."),
        why=_("Hanya wilayah setingkat yang dapat digabung."),
        now=_("Pilih wilayah yang setingkat."),
    ),
    "territory.children_homeless": Sentence(
        what=_("Masih ada wilayah di bawahnya: {children}."),
        why=_("Wilayah itu akan kehilangan induk."),
        now=_("Pindahkan atau tutup dulu wilayah di bawahnya."),
    ),
    "territory.edition_backward": Sentence(
        what=_("Tanggal akhir {name} mendahului tanggal mulainya."),
        why=_("Akhirnya mendahului awalnya ({on})."),
        now=OTHER_DAY,
    ),
    "territory.editions_overlap": Sentence(
        what=_("Masa berlaku {name} tumpang tindih."),
        why=_("Pada {on} sudah ada catatan lain yang berlaku."),
        now=OTHER_DAY,
    ),
    "territory.edition_gap": Sentence(
        what=_("Riwayat {name} terputus."), why=_("Mulai {on} tidak ada catatan yang berlaku."), now=OTHER_DAY
    ),
    "territory.parent_missing": Sentence(
        what=_("{name} tidak punya induk pada {on}."),
        why=_("Induknya, {other}, belum ada atau sudah berakhir saat itu."),
        now=OTHER_DAY,
    ),
    "territory.parent_loop": Sentence(
        what=_("{name} menjadi induk dirinya sendiri."), why=_("Mulai {on} susunannya melingkar."), now=OTHER_DAY
    ),
    "territory.succession_to_itself": Sentence(
        what=_("{name} digabung ke dirinya sendiri."),
        why=_("Penggabungan menyangkut wilayah yang berbeda."),
        now=OTHER_DAY,
    ),
    "territory.succession_backward": Sentence(
        what=_("{name} belum ada sebelum {on}."),
        why=_("Wilayah yang lahir hari itu belum dapat berubah menjadi {other}."),
        now=OTHER_DAY,
    ),
    "territory.succession_loop": Sentence(
        what=_("{name} berubah menjadi wilayah asalnya pada hari yang sama."),
        why=_("Riwayat yang melingkar pada {on} tidak dapat ditelusuri."),
        now=OTHER_DAY,
    ),
    "territory.source_unknown": Sentence(
        what=_("Wilayah asal {name} tidak dikenal."),
        why=_("Riwayatnya tidak ada dalam catatan ({on})."),
        now=OTHER_DAY,
    ),
    "territory.source_left_open": Sentence(
        what=_("{name} masih berlaku sesudah {on}."),
        why=_("Wilayah yang berubah menjadi {other} harus berakhir hari itu."),
        now=OTHER_DAY,
    ),
    "territory.target_not_in_force": Sentence(
        what=_("{other} belum berlaku pada {on}."), why=_("Penerus {name} harus ada pada hari itu."), now=OTHER_DAY
    ),
    "territory.already_founded": Sentence(
        what=_("Rukun ini sudah disiapkan."),
        why=_("Satu instalasi hanya untuk satu kabupaten."),
        now=_("Masuklah dengan akun Anda."),
    ),
    "territory.not_a_kabupaten": Sentence(
        what=_("{given} bukan kode kabupaten atau kota."),
        why=_("Kodenya empat angka, misalnya 64.02."),
        now=_("Pilih dari daftar, atau periksa kodenya."),
    ),
    "territory.kabupaten_not_listed": Sentence(
        what=_("Kabupaten {name} ({given}) tidak ada dalam daftar itu."),
        why=_("Kami mencarinya lewat kode, lalu lewat nama."),
        now=_("Pakai daftar yang memuat kabupaten Anda."),
    ),
    "territory.list_has_errors": Sentence(
        what=_("Ada {count} baris yang perlu diperbaiki, yang pertama baris {row}: {first}."),
        why=_("Daftar masuk seluruhnya atau tidak sama sekali."),
        now=AGAIN,
    ),
    "territory.code_twice": Sentence(
        what=_("Kode {given} tertulis dua kali."), why=_("Satu kode hanya untuk satu wilayah."), now=AGAIN
    ),
    "territory.parent_not_listed": Sentence(
        what=_("{given} tidak punya induk dalam daftar."), why=_("Kode {above} tidak ada."), now=AGAIN
    ),
    "territory.register_has_errors": Sentence(
        what=_("Ada {count} hal yang perlu diperbaiki dari {read} baris."),
        why=_("Daftar RT masuk seluruhnya atau tidak sama sekali."),
        now=AGAIN,
    ),
    "territory.rt_missing": Sentence(
        what=_("Nomor RT kosong."), why=_("Setiap baris adalah satu RT."), now=_("Isi nomor RT, atau hapus barisnya.")
    ),
    "territory.rt_twice": Sentence(
        what=_("RT {text} sudah tertulis di baris {first}."),
        why=_("Desa, dusun, RW, dan nomornya sama."),
        now=_("Hapus salah satunya, atau perbaiki nomornya."),
    ),
    "territory.number_odd": Sentence(
        what=_("{text} bukan nomor RT atau RW."),
        why=_("Nomornya satu sampai tiga angka, misalnya 3 atau 003."),
        now=_("Tulis nomornya saja."),
    ),
    "territory.desa_missing": Sentence(
        what=_("Desanya kosong."),
        why=_("Daftar ini untuk lebih dari satu desa."),
        now=_("Isi kolom kode_desa atau desa."),
    ),
    "territory.desa_unknown": Sentence(
        what=_("Desa {text} tidak ada di wilayah ini."),
        why=_("Yang paling mirip: {nearest}."),
        now=_("Perbaiki nama atau kodenya."),
    ),
    "territory.desa_ambiguous": Sentence(
        what=_("Ada {count} desa bernama {text}."),
        why=_("Nama saja belum cukup untuk membedakannya."),
        now=_("Isi kolom kode_desa."),
    ),
    "territory.before_desa": Sentence(
        what=_("RT ini lebih tua daripada catatan desanya."),
        why=_("Desa tercatat sejak {began}, RT ditulis sejak {since}."),
        now=_("Pakai tanggal {began} atau sesudahnya."),
    ),
    "territory.not_geojson": Sentence(
        what=_("Berkas {file} bukan GeoJSON."),
        why=_("Yang terbaca ialah GeoJSON jenis FeatureCollection."),
        now=_("Di QGIS: Ekspor, Simpan Fitur Sebagai, pilih GeoJSON, EPSG:4326."),
    ),
    "territory.geojson_empty": Sentence(
        what=_("Berkas {file} tidak berisi satu batas pun."),
        why=_("Daftar fiturnya kosong."),
        now=_("Periksa lapisan yang diekspor, lalu unggah lagi."),
    ),
    "territory.property_missing": Sentence(
        what=_("Kolom {given} dan {name} tidak ada dalam berkas."),
        why=_("Yang ada: {seen}."),
        now=_("Tulis nama kolom yang memuat kode atau nama wilayah."),
    ),
    "territory.shape_missing": Sentence(
        what=_("Batas ini kosong atau bukan bidang."),
        why=_("Yang dipakai ialah Polygon atau MultiPolygon."),
        now=_("Gambar ulang batasnya, atau hapus dari berkas."),
    ),
    "territory.not_wgs84": Sentence(
        what=_("Koordinat batas ini di luar bumi ({x}, {y})."),
        why=_("Mungkin satuannya meter (UTM), bukan derajat."),
        now=_("Ekspor ulang dengan EPSG:4326 (WGS 84)."),
    ),
    "territory.shape_of_nobody": Sentence(
        what=_("Batas {name} dilewati."),
        why=_("Wilayah itu tidak ada di tempat dan tingkat yang Anda pilih."),
        now=_("Tidak perlu apa-apa bila memang bukan wilayah Anda."),
    ),
    "territory.shape_twice": Sentence(
        what=_("Batas {name} ada dua kali."), why=_("Satu wilayah punya satu batas."), now=AGAIN
    ),
    "territory.shape_later_known": Sentence(
        what=_("{name} sudah punya batas sejak {since}."),
        why=_("Batas yang sudah dicatat tidak ditimpa."),
        now=_("Pilih tanggal sesudahnya."),
    ),
    "territory.shapes_have_errors": Sentence(
        what=_("Dari {read} batas, {fit} cocok dan {count} perlu diperbaiki."),
        why=_("Batas masuk seluruhnya atau tidak sama sekali, dan sedikitnya satu."),
        now=AGAIN,
    ),
    "territory.check_path": Sentence(
        what="{count} wilayah tidak berada di bawah induknya (nomor {ids}).",
        why="Orang dapat melihat terlalu banyak atau terlalu sedikit karenanya.",
        now="Jangan ubah data dulu. Buat cadangan, lalu sampaikan nomor-nomor ini kepada pengelola.",
    ),
    "territory.check_untold": Sentence(
        what="{count} perubahan wilayah tidak punya baris catatan (nomor {ids}).",
        why="Setiap pemekaran, penggabungan, dan penggantian dicatat beserta dasarnya.",
        now="Cari tahu siapa yang mengubah basis data tanpa lewat Rukun.",
    ),
}
