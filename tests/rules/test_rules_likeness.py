"""Properties of likeness: it is a share, it looks the same from both sides, and groups part the titles."""

from hypothesis import given
from hypothesis import strategies as st

from rukun.rules.likeness import ALIKE, groups, like, nearest

TITLES = st.text(max_size=40) | st.sampled_from(
    ["Lampu gang 1", "Lampu gang 2", "Posyandu", "ᬳᬓ᭄ᬱᬭ ᬩᬮᬶ", "مسجد الهدى", ""]
)


@given(TITLES, TITLES)
def test_likeness_is_a_share_and_looks_the_same_from_both_sides(one, other):
    assert 0 <= like(one, other) <= 1
    assert like(one, other) == like(other, one)


def test_the_same_words_in_another_case_are_the_same():
    assert like("LAMPU  jalan", "lampu-jalan") == 1
    assert like("ᬳᬓ᭄ᬱᬭ", "ᬳᬓ᭄ᬱᬭ") == 1
    assert like("مسجد الهدى", "مسجد الهدى") == 1


@given(TITLES, st.lists(TITLES, max_size=8))
def test_the_nearest_are_alike_and_in_order(title, others):
    shares = [like(title, others[place]) for place in nearest(title, others)]
    assert all(share >= ALIKE for share in shares)
    assert shares == sorted(shares, reverse=True)


@given(st.lists(TITLES, max_size=12))
def test_no_title_is_in_two_groups_and_each_is_like_its_opener(titles):
    found = groups(titles)
    places = [place for group in found for place in group]
    assert len(places) == len(set(places))
    assert all(like(titles[group[0]], titles[place]) >= ALIKE for group in found for place in group[1:])
