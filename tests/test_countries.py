from __future__ import annotations

import pytest

from compare.countries import adjectives, capitals, countries, peoples


@pytest.mark.parametrize(
    ("table", "form", "usual"),
    [
        (countries, "uae", "united arab emirates"),
        (countries, "côte d'ivoire", "ivory coast"),
        (countries, "islamic republic", "iran"),
        (capitals, "kiev", "ukraine"),
        (capitals, "sana'a", "yemen"),
        (peoples, "germans", "germany"),
        (peoples, "frenchwomen", "france"),
        (peoples, "swiss", "switzerland"),
        (adjectives, "finns", "finnish"),
        (adjectives, "spaniard", "spanish"),
        (adjectives, "syrians", "syrian"),
    ],
)
def test_forms_lead_to_the_usual_name(table, form, usual):
    assert table()[form] == usual


def test_all_members_of_the_united_nations_and_more_are_there():
    usual = set(countries().values())
    assert len(usual) > 193 + 10
    assert set(capitals().values()) | set(peoples().values()) <= usual


def test_no_form_names_a_land_and_a_people():
    assert not set(countries()) & set(peoples())
    assert all(form == form.lower() for table in (countries, capitals, peoples) for form in table())


def test_lands_alike_by_name_stay_apart():
    lands = countries()
    assert len({lands[name] for name in ("north korea", "south korea", "niger", "nigeria", "guinea", "congo")}) == 6
