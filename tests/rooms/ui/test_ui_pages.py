"""Frames, letters, tags and components, rendered."""

import gzip
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import timezone, translation

import rukun.ui
from rukun.ui import icons
from rukun.ui.states import STATES, shown
from rukun.ui.tables import Column, Empty, Row, Table

HOUSE = Path(rukun.ui.__file__).parent


def render(text: str, **context: object) -> str:
    return Template("{% load rukun %}" + text).render(Context(context))


def component(name: str, **context: object) -> str:
    return render_to_string(f"ui/components/{name}.html", context)


def frame(**context: object) -> str:
    return render_to_string("ui/base.html", context, request=RequestFactory().get("/"))


def entry(label: str, is_current: bool = False) -> SimpleNamespace:
    return SimpleNamespace(label=label, url=f"/{label}", icon="home", is_current=is_current)


def test_the_frame_says_where_and_as_whom():
    text = frame(here="RT 03 · Desa Melati", as_whom="Ketua RT", sign_out_url="/keluar", search_url="/cari")
    assert text.index("RT 03 · Desa Melati") < text.index("Ketua RT") < text.index('<main id="isi"')
    assert '<html lang="id">' in text
    assert text.index('href="#isi"') < text.index("<header")
    assert 'method="post" action="/keluar"' in text and "csrfmiddlewaretoken" in text


def test_the_bar_holds_five_at_most_and_marks_where_i_am():
    text = frame(
        navigation=[entry("Satu"), entry("Dua", is_current=True), *map(entry, ("Tiga", "Empat", "Lima", "Enam"))]
    )
    assert "Lima" in text and "Enam" not in text
    assert text.count("aria-current") == 1


def test_the_front_hall_has_no_bar():
    assert '<nav class="bar"' not in frame()


def test_the_page_keeps_htmx_from_writing_styles_or_running_words():
    text = frame()
    assert '"includeIndicatorStyles":false' in text and '"allowEval":false' in text
    assert '"historyCacheSize":0' in text


def test_a_page_that_is_a_letter_says_all_and_leads_home():
    letter = {"what": "Tahap <2> terkunci", "why": "Laporan belum ada.", "now": "Lengkapi.", "ask": "Pendamping."}
    text = render_to_string("ui/letter.html", {"letter": letter})
    assert all(part in text for part in ("Mengapa", "Yang bisa Anda lakukan", "Bertanya kepada", "Laporan belum ada."))
    assert "<h1>Tahap &lt;2&gt; terkunci</h1>" in text
    assert text.count('class="button main" href="/"') == 1


def test_a_letter_brings_its_own_buttons():
    letter = {"what": "Terkunci", "actions": [{"label": "Lengkapi", "url": "/l"}, {"label": "Kembali", "url": "/k"}]}
    text = render_to_string("ui/letter.html", {"letter": letter})
    assert 'class="button main" href="/l"' in text and 'class="button" href="/k"' in text
    assert "Ke beranda" not in text and "Mengapa" not in text


def test_the_letter_page_needs_neither_request_nor_session():
    assert "Rukun" in render_to_string("ui/plain.html")


def test_each_state_has_word_shape_and_colour():
    for code, state in STATES.items():
        text = render("{% state code %}", code=code)
        assert f'class="state {code}"' in text and str(state.word) in text and f"#state-{code}" in text
        assert state.shape in icons.NAMES
        assert component("state", state=state).count(f'class="state {code}"') == 1
    assert "&lt;b&gt;" in shown("menunggu", "<b>")
    assert "menunggu camat" in render('{% state "menunggu" "camat" %}')


def test_unknown_names_fail_loudly():
    with pytest.raises(LookupError):
        render('{% icon "tidak-ada" %}')
    with pytest.raises(KeyError):
        render('{% state "tidak-ada" %}')


def test_icons_are_silent_unless_they_speak():
    assert 'aria-hidden="true"' in render('{% icon "home" %}')
    assert 'role="img"' in render('{% icon "home" "Beranda" %}')


def test_attrs_leave_out_what_is_not_known():
    text = render("<a{% attrs data_key=key hidden=yes title=none open=no %}>", key="<1>", yes=True, none=None, no=False)
    assert text == '<a data-key="&lt;1&gt;" hidden>'


def test_blocks_wrap_and_escape():
    assert "<h3>A &amp; B</h3>isi</section>" in render("{% card title=name level=3 %}isi{% endcard %}", name="A & B")
    assert "<details open" not in render('{% fold title="Saring" %}isi{% endfold %}')
    assert "open" in render('{% fold title="Saring" is_open=True %}isi{% endfold %}').partition(">")[0]


PEOPLE = Table(
    "Keluarga",
    [Column("Nama"), Column("Anggota", is_number=True), Column("Keadaan", is_state=True)],
    [Row(["Ibu <Contoh>", 4, "selesai"], url="/k/1"), Row(["Pak Umpama", 3, ""])],
    total=Row(["Jumlah", 7, ""]),
    empty=Empty("Belum ada keluarga.", "Catat keluarga", "/catat"),
)


def test_a_table_names_its_columns_on_each_card():
    text = component("table", table=PEOPLE)
    assert text.count('data-label="Anggota"') == 3
    assert text.count('class="number"') == 4
    assert '<th role="rowheader" scope="row"><a href="/k/1">Ibu &lt;Contoh&gt;</a></th>' in text
    assert "<caption>Keluarga</caption>" in text
    assert all(f'role="{role}"' in text for role in ("table", "rowgroup", "row", "columnheader", "cell"))


def test_an_empty_table_teaches_with_one_button():
    text = component("table", table=Table("Keluarga", PEOPLE.columns, empty=PEOPLE.empty))
    assert "<table" not in text
    assert "Belum ada keluarga." in text and text.count('class="button') == 1


def test_a_row_must_fit_its_columns():
    with pytest.raises(ValueError, match="2 values for 3 columns"):
        Table("Keluarga", PEOPLE.columns, [Row(["Ibu", 4])])


def test_the_next_thing_says_until_when():
    soon = timezone.localdate() + timedelta(days=9)
    text = component("next_card", title="Datangi 12 keluarga", until=soon, label="Lihat", url="/x")
    assert "(9 hari lagi)" in text and 'class="button main" href="/x"' in text


def test_what_is_not_known_says_so_and_facts_tell_their_age():
    pairs = [
        {"label": "Jamban", "value": None},
        {"label": "Anak", "value": 0},
        {"label": "Atap", "value": "Seng", "since": timezone.localdate() - timedelta(days=95), "source": "sensus RT"},
    ]
    text = component("pairs", pairs=pairs)
    assert text.count("belum diketahui") == 1
    assert "3 bulan lalu, sensus RT" in text


def test_leafing_keeps_the_other_questions():
    request = RequestFactory().get("/?cari=Ibu+%26+Pak&halaman=2")
    text = render_to_string("ui/components/pages.html", {"page": Paginator(range(60), 20).page(2)}, request=request)
    assert 'href="?cari=Ibu+%26+Pak&amp;halaman=1"' in text and 'href="?cari=Ibu+%26+Pak&amp;halaman=3"' in text
    assert "Halaman 2 dari 3" in text


def test_problems_tell_where_and_what_to_do():
    problem = {"sheet": "Data", "row": 14, "column": "NIK", "value": "3,27E+15", "todo": "Ketik ulang."}
    text = component("problems", caption="Satu baris", problems=[problem])
    assert "Data · baris 14 · kolom NIK" in text and "Ketik ulang." in text


@pytest.mark.parametrize("path", sorted((HOUSE / "templates/ui/components").glob("*.html")), ids=lambda path: path.stem)
def test_every_component_opens_with_what_it_is_for(path):
    assert path.read_text("utf-8").startswith("{# ")


def test_the_sheet_and_the_script_stay_small():
    """In bytes on the wire, where all of it is pressed."""
    size = {path.name: len(gzip.compress(path.read_bytes())) for path in (HOUSE / "static/ui").iterdir()}
    assert size["rukun.css"] < 11_000
    assert size["rukun.js"] < 2_500
    assert size["icons.svg"] < 2_000


def test_dates_in_templates_follow_the_language():
    assert render("{{ day|tanggal }}", day=date(2026, 1, 12)) == "12 Januari 2026"
    with translation.override("en"):
        assert render("{{ sum|rupiah }}", sum=1500000) == "Rp1,500,000"
