"""The letters of the sheet reader: what cannot be read, what was noticed, what is wrong in a cell."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "sheet.empty": Sentence(
        what=_("Berkas {sheet} kosong."),
        why=_("Tidak ada satu baris pun yang berisi tulisan."),
        now=_("Buka berkasnya, pastikan isinya ada dan tersimpan, lalu unggah lagi."),
    ),
    "sheet.header_missing": Sentence(
        what=_("Baris judul kolom belum lengkap di lembar {sheet}: {missing}."),
        why=_("Baris {row} paling mirip judul kolom. Yang terbaca: {seen}. Mungkin maksudnya: {nearest}."),
        now=_("Tulis judul kolom seperti pada contoh, dalam 20 baris pertama. Lalu unggah lagi."),
    ),
    "sheet.duplicate_header": Sentence(
        what=_("Ada kolom yang tertulis dua kali di lembar {sheet}, baris {row}: {columns}."),
        why=_("Kami tidak mau menebak kolom mana yang benar."),
        now=_("Hapus atau ganti nama salah satunya, lalu unggah lagi."),
    ),
    "sheet.wrong_kind": Sentence(
        what=_("Berkas {file} bukan tabel yang dapat dibaca (jenisnya: {kind})."),
        why=_("Yang dapat dibaca ialah buku kerja Excel (.xlsx) dan CSV."),
        now=_("Buka di Excel atau LibreOffice, pilih Simpan Sebagai .xlsx, lalu unggah hasilnya."),
    ),
    "sheet.old_xls": Sentence(
        what=_("Berkas {file} memakai bentuk Excel lama (.xls)."),
        why=_("Bentuk lama itu tidak dapat diperiksa dengan aman."),
        now=_("Buka di Excel atau LibreOffice, pilih Simpan Sebagai .xlsx, lalu unggah hasilnya."),
    ),
    "sheet.password": Sentence(
        what=_("Berkas {file} terkunci dengan kata sandi."),
        why=_("Kami tidak dapat, dan tidak mau, membuka kuncinya."),
        now=_("Simpan salinan tanpa kata sandi, unggah, lalu hapus salinan itu."),
    ),
    "sheet.too_big": Sentence(
        what=_("Berkas {file} terlalu besar: {megabytes} MB."),
        why=_("Batasnya {limit} MB."),
        now=_("Simpan sebagai CSV, atau bagi per desa, lalu unggah satu per satu."),
    ),
    "sheet.too_big_unpacked": Sentence(
        what=_("Isi berkas {file} terlalu besar setelah dibuka."),
        why=_("Batasnya {limit} MB; buku kerja biasa jauh di bawah itu."),
        now=_("Salin datanya saja ke buku kerja baru, atau simpan sebagai CSV, lalu unggah lagi."),
    ),
    "sheet.damaged": Sentence(
        what=_("Berkas {file} rusak."),
        why=_("Isinya tidak utuh, mungkin terputus saat disalin atau dikirim."),
        now=_("Buka di Excel atau LibreOffice, simpan ulang, lalu unggah hasilnya."),
    ),
    "sheet.too_many_rows": Sentence(
        what=_("Barisnya terlalu banyak di lembar {sheet}."),
        why=_("Batasnya {limit} baris sekali unggah."),
        now=_("Bagi berkasnya, misalnya per desa, lalu unggah satu per satu."),
    ),
    "sheet.csv_broken": Sentence(
        what=_("CSV {sheet} tidak dapat dibaca mulai baris {row}."),
        why=_('Biasanya ada tanda kutip (") yang tidak ditutup.'),
        now=_("Perbaiki baris itu, atau simpan sebagai .xlsx, lalu unggah lagi."),
    ),
    "sheet.cell_too_long": Sentence(
        what=_("Ada tulisan yang terlalu panjang untuk satu sel, di baris {row}."),
        why=_("Excel hanya memuat {limit} huruf dalam satu sel."),
        now=_("Ambil datanya sebagai CSV."),
    ),
    "sheet.macro_ignored": Sentence(
        what=_("Berkas {file} berisi makro."),
        why=_("Makro tidak dijalankan dan tidak disimpan; hanya isi selnya yang dibaca."),
        now=_("Tidak perlu apa-apa bila isi selnya sudah benar."),
    ),
    "sheet.formula_cells": Sentence(
        what=_("Lembar {sheet} berisi {count} rumus, yang pertama di sel {first}."),
        why=_(
            "Yang dibaca ialah hasil terakhirnya; {without_value} di antaranya belum punya hasil dan terbaca kosong."
        ),
        now=_("Periksa sel itu, atau salin lalu tempel sebagai nilai, dan unggah lagi."),
    ),
    "sheet.merged_cells": Sentence(
        what=_("Lembar {sheet} berisi {count} sel gabungan, yang pertama di sel {first}."),
        why=_("Hanya sel kiri atas yang berisi; baris lain dalam gabungan itu terbaca kosong."),
        now=_("Pisahkan sel gabungan dan isi setiap baris, lalu unggah lagi."),
    ),
    "sheet.number_broken": Sentence(
        what=_("Angka di lembar {sheet} baris {row}, kolom {column} (sel {cell}) sudah dibulatkan."),
        why=_("Excel menyimpannya sebagai bilangan, sehingga digit terakhirnya hilang."),
        now=_("Jadikan kolom itu teks, tulis ulang nomornya dari dokumen asli, lalu unggah lagi."),
    ),
    "sheet.last_digit_doubtful": Sentence(
        what=_("Digit terakhir di lembar {sheet} baris {row}, kolom {column} (sel {cell}) meragukan."),
        why=_("Excel mengganti digit keenam belas dengan 0 bila nomornya disimpan sebagai bilangan."),
        now=_("Cocokkan dengan KTP atau KK; bila memang 0, biarkan."),
    ),
    "sheet.row_too_wide": Sentence(
        what=_("Baris {row} di {sheet} punya lebih banyak isian daripada judul kolomnya."),
        why=_("Biasanya ada koma atau titik koma di dalam tulisan, sehingga isinya bergeser."),
        now=_("Beri tanda kutip pada tulisan itu, atau simpan sebagai .xlsx, lalu unggah lagi."),
    ),
    "cell.broken_by_spreadsheet": Sentence(
        what=_("Nomor {text} sudah dibulatkan oleh lembar kerja."),
        why=_("Digit terakhirnya hilang dan tidak dapat dikembalikan."),
        now=_("Tulis ulang nomornya sebagai teks, dari dokumen asli."),
    ),
    "cell.not_digits": Sentence(
        what=_("{text} bukan nomor."),
        why=_("Di sini hanya angka 0 sampai 9 yang dikenal."),
        now=_("Tulis nomornya dengan angka saja."),
    ),
    "cell.choice_unknown": Sentence(
        what=_("{text} tidak ada dalam pilihan."),
        why=_("Yang paling mirip: {nearest}."),
        now=_("Pakai salah satu pilihan yang disediakan."),
    ),
    "cell.date_month_first": Sentence(
        what=_("Tanggal {text} menaruh bulan di depan."),
        why=_("Di sini tanggal ditulis hari lebih dulu, lalu bulan, lalu tahun."),
        now=_("Tulis seperti 17/05/2001 atau 17 Mei 2001. Periksa juga tanggal lain di kolom itu."),
    ),
    "cell.date_impossible": Sentence(
        what=_("Tanggal {text} tidak ada di kalender."),
        why=_("Bulan itu tidak punya hari sebanyak itu, atau bulannya tidak ada."),
        now=_("Periksa dokumen aslinya, lalu perbaiki."),
    ),
    "cell.date_short_year": Sentence(
        what=_("Tahun pada {text} hanya dua angka."),
        why=_("Kami tidak mau menebak abadnya."),
        now=_("Tulis tahunnya lengkap, misalnya 2001."),
    ),
    "cell.date_year_only": Sentence(
        what=_("{text} hanya tahun."),
        why=_("Hari dan bulannya belum ada."),
        now=_("Lengkapi dari dokumen asli; bila tidak diketahui, kosongkan."),
    ),
    "cell.date_unreadable": Sentence(
        what=_("{text} tidak terbaca sebagai tanggal."),
        why=_("Tanggal ditulis seperti 17/05/2001, 2001-05-17 atau 17 Mei 2001."),
        now=_("Tulis ulang dengan salah satu cara itu."),
    ),
}

RETIRED: frozenset[str] = frozenset()
