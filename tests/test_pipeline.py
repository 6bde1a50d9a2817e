"""From sources to a Comparison: what comes in, what is refused, what is said about a run."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from compare import Article, Settings, compare_articles, from_text
from compare.backends.pair_reader import PairReader, Reading
from compare.errors import InputError, ModelError, SettingsError
from compare.model import RELATIONS, Comparison
from compare.relate import firm, judge, load_relation_model
from compare.settings import RelationBlend
from tests.conftest import Compared
from tests.fakes import FakeEmbedder, FakeRelationModel, RememberingReader, articles

WIRE = """Ferry sinks off Cape Tarn

At least nine people died when a ferry sank off Cape Tarn on Monday, the coastguard said.
The ferry was built in 1984. Divers searched the wreck until dark.
"""
STATE = """Rescue succeeds at Cape Tarn

Four people died when a ferry sank off Cape Tarn on Monday, the ministry said.
The minister praised the divers. Divers searched the wreck until dark.
"""
PORT = "Harbour fees rise in May, the port of Orvale announced. Bread will cost more, too."
ORCHESTRA = """Orchestra opens its season with a forgotten symphony

The string players of Lindau filled the hall with a work that nobody had heard for ninety years.
Its composer, a schoolteacher, wrote it at her kitchen table. Critics praised the oboe.
"""
GLACIER = """Glacier in the Varn range loses its tongue

Surveyors measured the ice with lasers and found that the lowest kilometre has melted away.
Meltwater now feeds a lake which threatens a power station. Hikers are told to keep to the ridge.
"""


BY_LIKENESS = replace(Settings(), reread_weights=None)


def run(*sources: object, **options: object) -> Comparison:
    return compare_articles(sources, **{"embedder": FakeEmbedder(), **options})


@pytest.fixture
def two() -> list[Article]:
    return articles(wire=WIRE, state=STATE)


# What comes in.


def test_articles_in_memory(two: list[Article], pair_reader: PairReader) -> None:
    made = run(*two)
    assert [article.label for article in made.articles] == ["wire", "state"]
    assert [article.path for article in made.articles] == ["<text>", "<text>"]
    assert made.links
    assert made.signature["embedder"] == "fake"
    assert made.signature["relation_model"] == made.signature["link_reader"] == pair_reader.name


def test_paths_and_articles_in_memory_together(tmp_path: Path, two: list[Article]) -> None:
    (tmp_path / "port.txt").write_text(PORT, "utf-8")
    made = run(two[0], tmp_path / "port.txt", two[1], str(tmp_path / "port.txt"), labels=["Port"])
    assert [article.label for article in made.articles] == ["wire", "Port", "state", "port"]


def test_a_file_and_the_same_text_in_memory_give_the_same(tmp_path: Path, two: list[Article]) -> None:
    for article in two:
        (tmp_path / f"{article.label}.txt").write_text(article.text, "utf-8")
    files = run(*(tmp_path / f"{article.label}.txt" for article in two))
    memory = run(*two)
    assert files.links == memory.links
    assert files.groups == memory.groups
    assert files.scores == memory.scores


def test_labels_name_the_first_paths(tmp_path: Path) -> None:
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path, text in zip(paths, (WIRE, STATE), strict=True):
        path.write_text(text, "utf-8")
    assert [article.label for article in run(*paths, labels=["Agency"]).articles] == ["Agency", "b"]
    with pytest.raises(SettingsError, match="3 labels for 2 articles"):
        run(*paths, labels=["x", "y", "z"])


def test_twenty_articles_are_compared() -> None:
    many = articles(**{f"paper {n:02}": f"The ferry sank on day {n}. Divers left at noon." for n in range(20)})
    made = run(*many)
    assert made.scores.overall.articles == 20
    assert len(made.scores.pairs) == 190


@pytest.mark.parametrize(
    ("count", "message"),
    [
        (0, "0 articles to compare; give 2 to 20"),
        (1, "1 article to compare; give 2 to 20"),
        (21, "21 articles to compare; give 2 to 20"),
    ],
)
def test_too_few_or_too_many(count: int, message: str) -> None:
    with pytest.raises(InputError) as caught:
        run(*(from_text(WIRE, f"paper {n}") for n in range(count)))
    assert str(caught.value) == message


@pytest.mark.parametrize("text", ["Who knows?", "# Sport", "Read more", "??? !!!", "Ha."])
def test_an_article_without_a_claim_is_named(two: list[Article], text: str) -> None:
    with pytest.raises(
        InputError, match=r"no claims found: the text has no full sentence \(<empty>\); give an article in prose"
    ):
        run(two[0], from_text(text, "empty", "<empty>"))


def test_two_articles_of_one_label_are_refused_and_not_mixed_up(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(STATE, "utf-8")
    for other in (from_text(WIRE, "wire"), from_text(STATE, "wire"), tmp_path / "wire.txt"):
        with pytest.raises(InputError, match=r"two articles have the same label \(wire\); give each article a label"):
            run(from_text(WIRE, "wire"), other)


def test_an_empty_text_is_no_article() -> None:
    with pytest.raises(InputError, match="the article is empty"):
        from_text(" \n", "blank")


# Models and settings.


def test_an_unknown_model_says_what_to_type(two: list[Article]) -> None:
    with pytest.raises(ModelError, match=r"relation model oracle .*; name reader, rules"):
        run(*two, relation_model="oracle")
    with pytest.raises(ModelError, match=r"no embedder no.such:Thing"):
        run(*two, embedder="no.such:Thing")


def test_models_by_reference(two: list[Article]) -> None:
    made = run(*two, embedder="tests.fakes:FakeEmbedder", relation_model="tests.fakes:FakeRelationModel")
    assert (made.signature["embedder"], made.signature["relation_model"]) == ("fake", "fake-relations")
    assert made.links == run(*two, relation_model=FakeRelationModel()).links


def test_a_relation_model_is_asked_once_for_every_link_and_heard(two: list[Article]) -> None:
    model = FakeRelationModel("conflict", by=0.9999)
    made = run(*two, relation_model=model)
    assert [(left.id, right.id) for left, right in model.asked] == [(link.left, link.right) for link in made.links]
    for link in made.links:
        pair = made.claim(link.left), made.claim(link.right)
        (expected,) = judge([pair], model, Settings())
        assert (link.relation, link.confidence, link.reasons) == (
            expected.relation,
            expected.confidence,
            expected.reasons,
        )
        assert "model" in {reason.code for reason in link.reasons}


@pytest.mark.parametrize("name", ["reader", "rules"])
@pytest.mark.parametrize("settings", [Settings(), BY_LIKENESS], ids=["read", "by likeness"])
def test_relations_are_those_of_the_model_that_was_named(two: list[Article], name: str, settings: Settings) -> None:
    made = run(*two, relation_model=name, settings=settings)
    pairs = [(made.claim(link.left), made.claim(link.right)) for link in made.links]
    model = load_relation_model(name, settings)
    assert made.signature["relation_model"] == model.name
    for link, judged in zip(made.links, judge(pairs, model, settings), strict=True):
        verdict = firm(judged, link.probability, settings)
        assert (link.relation, link.confidence, link.aspects, link.reasons) == (
            verdict.relation,
            verdict.confidence,
            verdict.aspects,
            verdict.reasons,
        )


def test_the_default_is_the_reader(two: list[Article]) -> None:
    assert run(*two) == run(*two, relation_model="reader")


class Counting(RememberingReader):
    """A pair reader that keeps what it was asked."""

    def __init__(self, model: PairReader) -> None:
        super().__init__(model)
        self.asked: list[tuple[str, str]] = []

    def read(self, pairs: list[tuple[str, str]]) -> Reading:
        self.asked.extend(pairs)
        return super().read(pairs)


@pytest.mark.parametrize("name", ["reader", "rules"])
def test_no_pair_is_read_twice(
    two: list[Article], name: str, pair_reader: PairReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting = Counting(pair_reader)
    monkeypatch.setattr("compare.backends.reader.bundled", lambda: counting)
    made = run(*two, relation_model=name)
    assert len(counting.asked) == len(set(counting.asked))
    assert {(made.claim(link.left).text, made.claim(link.right).text) for link in made.links} <= set(counting.asked)


def test_links_by_likeness_and_relations_by_rules_load_no_reader(
    two: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("compare.backends.reader.bundled", lambda: pytest.fail("loaded"))
    made = run(*two, relation_model="rules", settings=BY_LIKENESS)
    assert (made.signature["link_reader"], made.signature["relation_model"]) == ("none", "rules")


def test_the_relation_model_moves_no_link(two: list[Article]) -> None:
    """The reader reads for links whoever judges them."""
    found = [
        [(link.id, link.probability, link.evidence) for link in run(*two, relation_model=model).links]
        for model in ("reader", "rules", FakeRelationModel("conflict"))
    ]
    assert found[0] == found[1] == found[2] != []


def test_what_was_read_shapes_the_links(two: list[Article]) -> None:
    weights = Settings().reread_weights
    assert weights is not None
    loose, strict = (
        run(*two, settings=replace(Settings(), reread_weights=replace(weights, threshold=threshold)))
        for threshold in (0.0, 1.0)
    )
    assert {link.id for link in strict.links} < {link.id for link in loose.links}
    assert {link.probability for link in strict.links} <= {1.0}
    shown = {part.name for link in loose.links if link.probability < 1 for part in link.evidence}
    assert {"read together", "rivals", "third article", "neighbours linked", "after reading"} <= shown


def test_what_likeness_finds_unlikely_is_not_read(two: list[Article]) -> None:
    """Only what is certain is left."""
    made = run(*two, settings=replace(Settings(), read_floor=1.0))
    assert {link.probability for link in made.links} == {1.0}


def test_settings_shape_the_run_and_stand_in_its_signature(two: list[Article]) -> None:
    loose = run(*two, settings=replace(BY_LIKENESS, link_threshold=0.0))
    strict = run(*two, settings=replace(BY_LIKENESS, link_threshold=1.0))
    assert {link.id for link in strict.links} < {link.id for link in loose.links}
    assert loose.signature["link_threshold"] == 0.0
    assert {**BY_LIKENESS.signature(), "link_threshold": 0.0}.items() <= loose.signature.items()
    unsure = run(*two, settings=replace(Settings(), verdict_threshold=1.0))
    assert {link.relation for link in unsure.links if link.confidence < 1} <= {"unsure"}


def test_progress_is_told_of_every_stage_in_order(two: list[Article]) -> None:
    stages: list[str] = []
    run(*two, progress=stages.append)
    assert stages == ["reading", "embedding", "linking", "judging", "scoring"]


def test_an_embedder_without_usable_vectors_is_an_error(two: list[Article]) -> None:
    class Broken(FakeEmbedder):
        def embed(self, texts: object) -> object:
            return super().embed(texts) * 2

    with pytest.raises(ModelError, match=r"no usable vectors \(fake\)"):
        run(*two, embedder=Broken())


# What is said about a run.


def test_a_run_on_english_has_nothing_to_note(two: list[Article]) -> None:
    assert run(*two).notes == ()


@pytest.mark.parametrize("language", ["de", "fa-IR"])
def test_another_language_is_noted(two: list[Article], language: str) -> None:
    made = run(two[0], replace(two[1], language=language))
    assert made.notes == (f"state: the language is {language}; the default engine reads English.",)


@pytest.mark.parametrize("settings", [Settings(), BY_LIKENESS], ids=["read", "by likeness"])
def test_a_model_that_nobody_calibrated_is_noted(two: list[Article], settings: Settings) -> None:
    (note,) = run(*two, relation_model=FakeRelationModel(), settings=settings).notes
    assert note.startswith("fake-relations is not calibrated")
    calibrated = replace(settings, relation_blend=RelationBlend(1.0, 0.4, {}))
    assert run(*two, relation_model=FakeRelationModel(), settings=calibrated).notes == ()
    assert run(*two, relation_model="rules", settings=settings).notes == ()


@pytest.mark.parametrize("language", ["en", "en-GB", "EN"])
def test_english_by_any_name_is_not(two: list[Article], language: str) -> None:
    assert run(two[0], replace(two[1], language=language)).notes == ()


def test_another_script_is_noted(two: list[Article]) -> None:
    other = from_text("Паром затонул у мыса в понедельник. Погибли девять человек, сообщила охрана.", "vesti")
    made = run(*two, other)
    assert "vesti: the script is not Latin; the rules read English and leave the rest unsure." in made.notes


@pytest.mark.parametrize("model", ["reader", "rules"])
def test_another_script_gets_no_verdict_but_for_the_same_words(model: str) -> None:
    north = from_text("Переговоры начались в понедельник. Иран готов к переговорам с США.", "north")
    south = from_text("Переговоры начались в понедельник. Иран не готов к переговорам с США.", "south")
    found = {link.relation for link in run(north, south, embedder="minilm", relation_model=model).links}
    assert found <= {"agree", "unsure"}
    assert "unsure" in found


def test_notes_stand_by_label_in_any_order_of_the_files(two: list[Article]) -> None:
    some = [replace(article, language="fr") for article in two]
    assert run(*some).notes == run(*some[::-1]).notes
    assert [note.split(":")[0] for note in run(*some).notes] == ["state", "wire"]


def test_nothing_linked_is_said_aloud_and_is_a_valid_result() -> None:
    made = run(*articles(orchestra=ORCHESTRA, port=PORT), settings=replace(Settings(), read_floor=1.0))
    assert made.links == ()
    assert made.notes[0].startswith("Nothing is linked")
    (pair,) = made.scores.pairs
    assert (pair.overlap, pair.agreement, pair.divergence) == (0, None, 1)
    assert (pair.conflict_rate, pair.framing) == (None, None)
    assert {group.standing for group in made.groups} == {"single source"}
    assert all(len(group.missing_from) == 1 for group in made.groups)


def test_unrelated_articles_have_hardly_a_link(compared: Compared) -> None:
    made = compared(*articles(orchestra=ORCHESTRA, glacier=GLACIER, ferry=WIRE))
    assert all(pair.links <= 1 for pair in made.scores.pairs)
    assert all(pair.divergence >= 0.7 for pair in made.scores.pairs)
    assert made.scores.overall.single_source >= 0.8 * made.scores.overall.groups


def test_links_know_their_relations_and_point_at_their_claims(two: list[Article]) -> None:
    made = run(*two)
    for link in made.links:
        left, right = made.claim(link.left), made.claim(link.right)
        assert made.article(left.article).label < made.article(right.article).label
        assert link.relation in RELATIONS
        assert link.probability >= Settings().reread_weights.threshold


def test_dates_are_read_against_the_day_of_each_article() -> None:
    """Monday of one week and Monday of the next are two days."""
    first, second = (
        replace(article, published=day)
        for article, day in zip(
            articles(early="Divers searched the wreck on Monday.", late="Divers searched the whole wreck on Monday."),
            (date(2026, 3, 12), date(2026, 3, 19)),
            strict=True,
        )
    )
    claims = run(first, second).claims
    days = {claim.whens()[0].first for claim in claims}
    assert days == {date(2026, 3, 9), date(2026, 3, 16)}
