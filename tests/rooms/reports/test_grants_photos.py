"""Pictures on paper are small, and one that cannot be opened leaves its words."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from tests.rooms.grants.papers_ground import jpeg

from rukun.reports import photos, plain


def test_a_large_picture_becomes_small_and_keeps_its_shape():
    (photo,) = photos.gallery([(jpeg((90, 120, 150), (3000, 2000)), "Jalan gang")]).pictures
    assert (photo.width, photo.height) == (900, 600)
    assert Image.open(BytesIO(photo.content)).format == "JPEG"


def test_what_cannot_be_opened_leaves_its_words():
    (photo,) = photos.gallery([(b"%PDF-1.7 bukan gambar", "Kuitansi 7")]).pictures
    assert photo.words == "Kuitansi 7 (gambar tidak terbaca)"


def test_words_of_a_picture_cannot_break_out_of_it():
    told = plain.part(photos.gallery([(jpeg((1, 2, 3)), '"/><script>')]))
    ((svg, words),) = told["pictures"]
    assert "script" not in svg
    assert words == '"/><script>'
