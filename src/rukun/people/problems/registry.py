"""Letters of the register: persons, households, cards, numbers, interviews, counts, splits, merges."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

DAYS: Catalogue = {
    "people.day_in_future": Sentence(
        what=_("Tanggal {on} belum tiba."),
        why=_("Hanya yang sudah terjadi dicatat. Hari ini {today}."),
        now=_("Periksa tanggal dan tahunnya."),
    ),
    "people.day_before_birth": Sentence(
        what=_("Tanggal {on} lebih awal daripada tanggal lahirnya."),
        why=_("Menurut catatan, ia lahir {birth_date}."),
        now=_("Perbaiki salah satu tanggalnya."),
    ),
    "people.day_before_household": Sentence(
        what=_("Tanggal {on} lebih awal daripada rumah tangga ini."),
        why=_("Rumah tangga ini tercatat sejak {since}."),
        now=_("Pilih tanggal yang sama atau sesudahnya."),
    ),
    "people.household_closed": Sentence(
        what=_("Rumah tangga ini sudah tidak ada sejak {until}."),
        why=_("Semua penghuninya sudah pindah atau meninggal."),
        now=_("Pilih rumah tangga lain, atau tambah rumah tangga baru."),
    ),
    "people.day_before_stay": Sentence(
        what=_("Tanggal {on} lebih awal daripada kedatangannya."),
        why=_("Ia tercatat di sini sejak {since}."),
        now=_("Periksa tanggalnya."),
    ),
    "people.still_lives": Sentence(
        what=_("Orang ini masih tercatat tinggal di sebuah rumah tangga."),
        why=_("Satu orang tinggal di satu dapur. Catatan itu mulai {since}."),
        now=_("Catat dahulu kepindahannya dari sana."),
    ),
    "people.stays_overlap": Sentence(
        what=_("Pada {on} ia masih tinggal di rumah tangga lain."),
        why=_("Menurut catatan, ia pindah dari sana {until}."),
        now=_("Pilih tanggal itu atau sesudahnya."),
    ),
    "people.born_after_stay": Sentence(
        what=_("Tanggal lahir {birth_date} tidak cocok."),
        why=_("Orang ini sudah tercatat tinggal di sini sejak {since}."),
        now=_("Periksa tahun lahirnya."),
    ),
}

PEOPLE: Catalogue = {
    "people.changed_meanwhile": Sentence(
        what=_("Catatan ini baru saja diubah orang lain."),
        why=_("Bila disimpan, perubahan rekan Anda akan hilang."),
        now=_("Buka lagi halamannya, lihat isinya, lalu ubah bila masih perlu."),
    ),
    "people.name_missing": Sentence(
        what=_("Namanya belum terisi."),
        why=_("Setiap warga dikenal dengan namanya, paling sedikit dua huruf."),
        now=_("Tulis nama seperti di KTP atau KK. Bayi tanpa nama: tulis nama ibunya."),
    ),
    "people.sex_missing": Sentence(
        what=_("Jenis kelaminnya belum dipilih."),
        why=_("Hitungan warga memerlukannya."),
        now=_("Pilih laki-laki atau perempuan."),
    ),
    "people.lives_nowhere": Sentence(
        what=_("Orang ini sedang tidak tercatat di rumah tangga mana pun."),
        why=_("Ia sudah tercatat pindah atau meninggal."),
        now=_("Bila ia kembali, catat sebagai pindah masuk."),
    ),
    "people.same_household": Sentence(
        what=_("Ia sudah tinggal di rumah tangga itu."),
        why=_("Tujuan pindahnya sama dengan tempatnya sekarang."),
        now=_("Pilih rumah tangga lain."),
    ),
    "people.has_a_head": Sentence(
        what=_("Rumah tangga ini sudah punya kepala keluarga."),
        why=_("Satu rumah tangga punya satu kepala."),
        now=_("Pilih hubungan lain; kepala keluarga dapat diganti sesudahnya."),
    ),
    "people.address_too_long": Sentence(
        what=_("Alamatnya terlalu panjang."),
        why=_("Paling banyak {most} huruf."),
        now=_("Tulis jalan, gang, atau patokannya saja."),
    ),
    "people.no_such_point": Sentence(
        what=_("Titik itu di luar peta."),
        why=_("Lintang antara -90 dan 90, bujur antara -180 dan 180, keduanya diisi."),
        now=_("Salin lagi angkanya dari peta atau ponsel."),
    ),
    "people.on_no_card": Sentence(
        what=_("Orang ini tidak tercatat pada kartu keluarga mana pun."),
        why=_("Karena itu tidak ada yang dapat diakhiri."),
        now=_("Periksa namanya, atau masukkan dahulu ke kartu keluarga."),
    ),
}

CARDS: Catalogue = {
    "people.card_without_members": Sentence(
        what=_("Belum ada anggota yang dipilih."),
        why=_("Kartu keluarga memuat paling sedikit satu orang, yaitu kepala keluarganya."),
        now=_("Pilih hubungan untuk setiap orang yang tertulis di kartu."),
    ),
    "people.card_needs_a_head": Sentence(
        what=_("Kepala keluarga belum dipilih."),
        why=_("Setiap kartu keluarga punya satu kepala keluarga."),
        now=_('Pilih "Kepala keluarga" untuk satu orang di antara anggotanya.'),
    ),
    "people.card_two_heads": Sentence(
        what=_("{count} orang dipilih sebagai kepala keluarga."),
        why=_("Setiap kartu keluarga punya satu kepala keluarga."),
        now=_("Sisakan satu; pilih hubungan lain untuk yang lain."),
    ),
    "people.card_has_a_head": Sentence(
        what=_("Kartu ini sudah punya kepala keluarga."),
        why=_("Setiap kartu keluarga punya satu kepala keluarga."),
        now=_("Pilih hubungan lain. Bila kepalanya berganti, perbarui kartunya."),
    ),
    "people.card_closed": Sentence(
        what=_("Kartu keluarga ini tidak berlaku lagi sejak {until}."),
        why=_("Tidak ada lagi yang tertulis padanya."),
        now=_("Catat kartu yang baru dari halaman rumah tangganya."),
    ),
    "people.day_before_card": Sentence(
        what=_("Tanggal {on} lebih awal daripada kartunya."),
        why=_("Nomor kartu ini tercatat berlaku sejak {since}."),
        now=_("Pilih tanggal yang sama atau sesudahnya."),
    ),
    "people.day_before_entry": Sentence(
        what=_("Pada {on} {name} belum tercatat pada kartunya yang sekarang."),
        why=_("Ia masuk ke kartu itu {since}, jadi baru dapat keluar sesudahnya."),
        now=_("Pilih tanggal yang sama atau sesudahnya."),
    ),
    "people.on_this_card": Sentence(
        what=_("Orang ini sudah tercatat pada kartu ini."),
        why=_("Satu orang tertulis sekali saja pada satu kartu."),
        now=_("Pilih orang lain. Hubungannya diganti saat kartu diperbarui."),
    ),
    "people.on_card_elsewhere": Sentence(
        what=_("{name} masih tercatat pada kartu keluarga di tempat lain."),
        why=_("Kartu itu di luar wilayah Anda, jadi Anda tidak dapat mengeluarkannya dari sana."),
        now=_("Minta operator desa memindahkannya, atau catat kartu ini tanpa dia."),
    ),
    "people.nothing_renewed": Sentence(
        what=_("Nomor dan hubungannya sama dengan yang sudah tercatat."),
        why=_("Tidak ada yang berubah, jadi tidak ada yang disimpan."),
        now=_("Tulis nomor KK yang baru, atau ubah hubungan anggotanya."),
    ),
}

NUMBERS: Catalogue = {
    "people.reason_missing": Sentence(
        what=_("Alasannya belum cukup jelas."),
        why=_("Setiap pembukaan nomor dicatat dengan alasannya, paling sedikit {letters} huruf."),
        now=_("Tulis untuk apa nomor itu Anda perlukan."),
    ),
    "people.reason_has_number": Sentence(
        what=_("Alasan Anda memuat deretan angka."),
        why=_("Alasan tersimpan di log, dan nomor siapa pun tidak boleh tersimpan di sana."),
        now=_("Tulis alasannya dengan kata-kata saja."),
    ),
    "people.no_number": Sentence(
        what=_("Tidak ada nomor yang tersimpan."),
        why=_("Nomornya belum pernah dicatat, atau sudah tidak berlaku."),
        now=_("Catat nomornya bila kartunya sudah ada."),
    ),
    "people.number_taken": Sentence(
        what=_("{kind} ini sudah tercatat untuk yang lain."),
        why=_("Satu nomor hanya dimiliki satu orang atau satu kartu."),
        now=_("Periksa lagi angkanya di kartu. Bila benar, tanyakan kepada operator desa."),
    ),
    "people.number_empty": Sentence(
        what=_("Nomornya belum diisi."),
        why=_("Tanpa angka tidak ada yang disimpan."),
        now=_("Ketik 16 angka seperti di kartu."),
    ),
    "people.number_not_digits": Sentence(
        what=_("Nomor itu memuat huruf atau tanda lain."),
        why=_("NIK dan nomor KK hanya terdiri atas angka."),
        now=_("Ketik 16 angka seperti di kartu."),
    ),
    "people.number_wrong_length": Sentence(
        what=_("Nomor itu {length} angka."),
        why=_("NIK dan nomor KK selalu 16 angka."),
        now=_("Hitung lagi angkanya di kartu."),
    ),
    "people.number_digits_lost_in_spreadsheet": Sentence(
        what=_("Sebagian angkanya hilang di lembar kerja."),
        why=_("Excel menyingkat angka panjang, misalnya 3,27E+15."),
        now=_("Ketik lagi 16 angka dari kartunya."),
    ),
    "people.number_temporary_number": Sentence(
        what=_("Nomor itu diawali nol."),
        why=_("Kode provinsi tidak pernah diawali nol; ini nomor sementara."),
        now=_("Kosongkan NIK-nya sampai yang asli terbit."),
    ),
    "people.number_impossible_date": Sentence(
        what=_("Angka ke-7 sampai ke-12 bukan tanggal lahir."),
        why=_("Di sana NIK menyimpan tanggal, bulan, dan tahun lahir."),
        now=_("Cocokkan lagi dengan kartunya."),
    ),
    "people.number_serial_zero": Sentence(
        what=_("Empat angka terakhirnya 0000."),
        why=_("Nomor urut selalu mulai dari 0001."),
        now=_("Cocokkan lagi dengan kartunya."),
    ),
    "people.birth_date_differs": Sentence(
        what=_("NIK menyebut tanggal lahir lain."),
        why=_("NIK tidak berubah walau tanggal lahirnya diperbaiki, jadi ini boleh terjadi."),
        now=_("Cocokkan dengan KK atau akta; perbaiki bila salah ketik."),
    ),
    "people.sex_differs": Sentence(
        what=_("NIK menyebut jenis kelamin lain."),
        why=_("Pada NIK perempuan, tanggal lahir ditambah 40."),
        now=_("Cocokkan dengan kartunya; perbaiki bila salah ketik."),
    ),
}

ANSWERS: Catalogue = {
    "people.no_answers": Sentence(
        what=_("Belum ada satu jawaban pun."),
        why=_("Wawancara kosong tidak menambah apa yang diketahui."),
        now=_('Isi paling sedikit satu jawaban; "tidak tahu" juga jawaban.'),
    ),
    "people.not_a_question": Sentence(
        what=_("Ada jawaban tanpa pertanyaan: {facts}."),
        why=_("Daftar pertanyaannya mungkin sudah berganti."),
        now=_("Muat ulang halaman wawancara, lalu isi lagi."),
    ),
    "people.answer_unreadable": Sentence(
        what=_('Jawaban untuk "{question}" tidak terbaca.'),
        why=_("Bentuknya lain dari yang ditanyakan."),
        now=_("Isi lagi jawaban itu."),
    ),
    "people.answer_not_allowed": Sentence(
        what=_('Jawaban untuk "{question}" di luar batas.'),
        why=_("Batasnya: {constraint}."),
        now=_('Periksa angkanya, atau pilih "tidak tahu".'),
    ),
    "people.not_to_be_asked": Sentence(
        what=_('"{question}" tidak perlu dijawab.'),
        why=_("Jawaban sebelumnya membuat pertanyaan ini tidak berlaku."),
        now=_("Kosongkan jawaban itu, atau perbaiki jawaban sebelumnya."),
    ),
}

COUNTS: Catalogue = {
    "people.count_impossible": Sentence(
        what=_("{households} rumah tangga dan {people} orang tidak mungkin bersama."),
        why=_("Setiap rumah tangga paling sedikit satu orang. Satu RT paling banyak 5.000 rumah tangga."),
        now=_("Periksa angkanya. Jumlah orang boleh dikosongkan."),
    ),
    "people.source_missing": Sentence(
        what=_("Sumbernya belum disebut."),
        why=_("Angka tanpa sumber tidak dapat diperiksa orang lain."),
        now=_('Tulis dari mana angkanya, misalnya "buku RT".'),
    ),
    "people.split_foreign_household": Sentence(
        what=_("{count} rumah tangga yang dipilih bukan dari RT ini."),
        why=_("Mungkin baru saja pindah, atau pilihannya keliru."),
        now=_("Buka lagi halaman pemekaran, lalu pilih sekali lagi."),
    ),
    "people.split_households_unplaced": Sentence(
        what=_("{count} rumah tangga belum mendapat RT baru."),
        why=_("RT lama berakhir, jadi setiap rumah tangga harus punya tempat."),
        now=_("Pilih RT baru untuk masing-masing."),
    ),
    "people.merge_not_one_desa": Sentence(
        what=_("Yang dipilih bukan RT dari satu desa atau kelurahan."),
        why=_("Penggabungan menyatukan RT yang bertetangga, dan warganya tetap di desanya."),
        now=_("Pilih lagi RT yang digabung."),
    ),
    "people.merge_changed_later": Sentence(
        what=_("Sesudah {on} masih ada rumah tangga yang datang ke RT itu atau pergi dari sana."),
        why=_("Yang terakhir pada {last}. Sampai hari itu RT-nya masih dihuni."),
        now=_("Pilih tanggal itu atau sesudahnya."),
    ),
    "people.rt_ended": Sentence(
        what=_("{name} sudah berakhir."),
        why=_("Rumah tangga hanya dicatat di RT yang masih ada."),
        now=_("Catat di RT penerusnya. Kiriman data yang masih menunggu dibatalkan, lalu diunggah lagi."),
    ),
    "people.area_lived_in": Sentence(
        what=_("Di sini masih ada {people} orang dalam {households} rumah tangga."),
        why=_("Wilayah yang ditutup tidak punya penerus, jadi mereka tidak tercatat di mana pun."),
        now=_("Gabungkan RT ini dengan RT lain, atau pindahkan dulu rumah tangganya."),
    ),
    "people.area_left_later": Sentence(
        what=_("Pada {on} wilayah ini masih dihuni."),
        why=_("Rumah tangga yang terakhir baru pergi pada {last}."),
        now=_("Pilih tanggal itu atau sesudahnya."),
    ),
}

CATALOGUE: Catalogue = DAYS | PEOPLE | CARDS | NUMBERS | ANSWERS | COUNTS
