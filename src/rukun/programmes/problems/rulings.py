"""Ways in which rulings go wrong."""

from django.utils.translation import gettext_lazy as _

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
    "programmes.no_terms": Sentence(
        _("Program “{scheme}” belum punya ketentuan pada {on}."),
        _("Tanpa ketentuan tidak ada dasar untuk memutuskan."),
        _("Minta pelaksana program mengisi ketentuannya."),
    ),
    "programmes.quota_full": Sentence(
        _("Kuota “{scheme}” sudah penuh: {quota}."),
        _("Semua tempat sudah terisi, mungkin baru saja."),
        _("Biarkan menunggu. Tempat terbuka lagi bila seseorang keluar."),
    ),
    "programmes.against_verdict": Sentence(
        _("Data belum menunjukkan bahwa syaratnya terpenuhi."),
        _("Anda boleh tetap menerima, tetapi hanya dengan alasan tertulis."),
        _("Tulis mengapa, atau lengkapi dahulu jawaban yang kurang."),
    ),
    "programmes.out_of_turn": Sentence(
        _("Ini urutan ke-{place}, sedangkan tempat tersisa {left}."),
        _("Yang di depannya menunggu menurut urutan yang sama untuk semua."),
        _("Putuskan dahulu yang di depan, atau tulis alasan mendahulukannya."),
    ),
}
