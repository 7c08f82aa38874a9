"""The words and small parts that every template may use: `{% load rukun %}`."""

from django import template
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString

from rukun.ui import words
from rukun.ui.icons import icon
from rukun.ui.states import shown

register = template.Library()

register.filter("ribuan", words.ribuan)
register.filter("rupiah", words.rupiah)
register.filter("persen", words.persen)
register.filter("tanggal", words.tanggal)
register.filter("jam", words.jam)
register.filter("umur", words.umur)


register.simple_tag(icon)
register.simple_tag(shown, name="state")


@register.simple_tag
def attrs(**pairs: object) -> SafeString:
    """HTML attributes from what is known: True stands alone, None and False stay away, `_` in a name becomes `-`."""
    return flatatt({name.strip("_").replace("_", "-"): value for name, value in pairs.items() if value is not None})


@register.simple_block_tag
def card(content: str, title: str = "", level: int = 2) -> SafeString:
    """A sheet of paper on the table: `{% card title="Keluarga" %} … {% endcard %}`."""
    heading = format_html("<h{0}>{1}</h{0}>", level, title) if title else ""
    return format_html('<section class="card">{}{}</section>', heading, content)


@register.simple_block_tag
def fold(content: str, title: str, icon_name: str = "", is_open: bool = False, prints: bool = False) -> SafeString:
    """What folds away until it is asked for: `{% fold title="Saring" icon_name="filter" %} … {% endfold %}`.

    Paper shows it only when it is open, or when it `prints`.
    """
    sign = icon(icon_name) if icon_name else ""
    head = flatatt({"class": "fold prints" if prints else "fold", "open": is_open})
    return format_html(
        '<details{}><summary>{}{}</summary><div class="inside">{}</div></details>', head, sign, title, content
    )


@register.simple_block_tag
def note(content: str, kind: str = "info") -> SafeString:
    """A sentence that stands out: kind is info, good, care or bad."""
    sign = {"info": "info", "good": "check", "care": "warning", "bad": "warning"}[kind]
    return format_html('<div class="note {}">{}<div>{}</div></div>', kind, icon(sign), content)


@register.simple_tag(takes_context=True)
def with_query(context: template.Context, **changes: object) -> str:
    """The address of this page with other questions: `{% with_query halaman=2 %}`; None takes one away."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        query.pop(name, None) if value is None else query.__setitem__(name, str(value))
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def frame(context: template.Context) -> str:
    """Tells the frame where the page stands: `frame_of`, given by the site, is asked about the page's `place`.

    What the page itself has already said (here, as_whom, crumbs) is left alone.
    """
    if frame_of := context.get("frame_of"):
        for name, value in frame_of(context.get("place")).items():
            if name not in context:
                context[name] = value
    return ""
