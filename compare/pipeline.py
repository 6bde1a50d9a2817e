"""The only place where stages meet: articles -> Comparison."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, cast

from compare.actors import join_actors
from compare.acts import acts
from compare.align import Candidate, align, prospects
from compare.align.reread import reread
from compare.claims import Reading, asserted, read_claims
from compare.embed import Embedder, embed_once, load_embedder
from compare.errors import InputError
from compare.group import groups
from compare.ingest import identified, read_all
from compare.model import Article, Claim, Comparison, Link
from compare.origins import Origins
from compare.relate import RelationModel, Verdict, firm, judge, load_relation_model
from compare.relate.rules import Rules
from compare.score import score
from compare.segment import choose
from compare.settings import MAX_ARTICLES, MAX_CLAIMS, MIN_ARTICLES, UNCALIBRATED, Settings
from compare.wording import is_latin

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from compare.backends.reader import Reader

Progress = Callable[[str], None]


def compare_articles(
    sources: Sequence[str | Path | Article],
    *,
    labels: Sequence[str] = (),
    embedder: str | Embedder = "minilm",
    relation_model: str | RelationModel = "reader",
    settings: Settings | None = None,
    progress: Progress = lambda stage: None,
) -> Comparison:
    """Compare two to twenty articles on one event.

    `sources` are paths ("-" is standard input) or articles already read; `labels` name the first of the
    paths. `embedder` and `relation_model` are names, or objects that keep to the protocols. `progress`
    is told the name of each stage as it begins.

    Raises InputError, ModelError or SettingsError, each with a line that says what to do.
    """
    settings = settings or Settings()
    progress("reading")
    with ThreadPoolExecutor(1) as beside:  # the models load while the articles are read
        loading = beside.submit(_loaded, embedder)
        learning = beside.submit(_reader, settings)
        articles = _articles(sources, labels)
        readings = {article.id: _read(article) for article in articles}
    progress("embedding")
    embed, reader = loading.result(), learning.result()
    claims, namings = join_actors(articles, _in_canonical_order(articles, readings))
    vectors = embed_once(embed, _texts(articles, claims))
    progress("linking")
    candidates = _candidates(claims, vectors, reader, settings)
    progress("judging")
    model = _relation_model(relation_model, reader, settings)
    verdicts = _verdicts(candidates, model, settings)
    links = tuple(_link(found, verdict) for found, verdict in zip(candidates, verdicts, strict=True))
    progress("scoring")
    alike = [(found.left, found.right) for found, verdict in zip(candidates, verdicts, strict=True) if _agrees(verdict)]
    origins = Origins(articles, claims, alike, settings)
    articles = [replace(article, origin=origins.of_article(article.id)) for article in articles]
    grouped = tuple(groups(articles, claims, links, origins.count, settings))
    return Comparison(
        signature=_signature(embed, reader, model, settings),
        articles=tuple(articles),
        claims=tuple(claims),
        links=links,
        groups=grouped,
        skipped=tuple(skip for article in articles for skip in readings[article.id].skipped),
        scores=score(articles, claims, links, grouped, settings),
        notes=tuple(_notes(articles, links, model, settings)),
        namings=(*namings, *acts(claims, [(found.left, found.right) for found in candidates])),
    )


def _reader(settings: Settings) -> Reader | None:
    """The bundled pair reader, where links are to be read."""
    if settings.reread_weights is None:
        return None
    return cast("Reader", load_relation_model(_READER, settings))


_READER = "reader"


def _candidates(
    claims: Sequence[Claim], vectors: NDArray[np.float32], reader: Reader | None, settings: Settings
) -> list[Candidate]:
    """Links: by likeness, and by reading the likelier pairs where there is a reader."""
    if reader is None or settings.reread_weights is None:
        return align(claims, vectors, settings)
    found = prospects(claims, vectors, settings, settings.read_floor)
    logits = reader.linked([(one.left, one.right) for one in found])
    return reread(found, claims, logits, settings.reread_weights)


def _relation_model(wanted: str | RelationModel, reader: Reader | None, settings: Settings) -> RelationModel:
    """The reader is not loaded twice."""
    if wanted == _READER and reader is not None:
        return reader
    return load_relation_model(wanted, settings) if isinstance(wanted, str) else wanted


def _verdicts(candidates: Sequence[Candidate], model: RelationModel, settings: Settings) -> list[Verdict]:
    """One a link; `unsure` where link and relation together are too doubtful."""
    judged = judge([(found.left, found.right) for found in candidates], model, settings)
    return [firm(verdict, found.probability, settings) for found, verdict in zip(candidates, judged, strict=True)]


def _loaded(embedder: str | Embedder) -> Embedder:
    return load_embedder(embedder) if isinstance(embedder, str) else embedder


def _articles(sources: Sequence[str | Path | Article], labels: Sequence[str]) -> list[Article]:
    if not MIN_ARTICLES <= len(sources) <= MAX_ARTICLES:
        count = f"{len(sources)} article{'' if len(sources) == 1 else 's'}"
        raise InputError(f"{count} to compare", None, f"give {MIN_ARTICLES} to {MAX_ARTICLES}")
    paths = [source for source in sources if not isinstance(source, Article)]
    read = iter(read_all(paths, labels))
    articles = [identified(source, source.label) if isinstance(source, Article) else next(read) for source in sources]
    for label, times in Counter(article.label for article in articles).items():
        if times > 1:
            raise InputError("two articles have the same label", label, "give each article a label of its own")
    return articles


def _read(article: Article) -> Reading:
    reading = read_claims(article, choose(article.text, article.language).segment)
    if not reading.claims:
        raise InputError("no claims found: the text has no full sentence", article.path, "give an article in prose")
    if len(reading.claims) > MAX_CLAIMS:
        raise InputError(f"{len(reading.claims):,} claims", article.path, f"the limit is {MAX_CLAIMS:,}; cut the text")
    return reading


def _in_canonical_order(articles: Sequence[Article], readings: dict[str, Reading]) -> list[Claim]:
    """By label and place: from here on the order of the input files is unknown."""
    ordered = sorted(articles, key=lambda article: article.label)
    return [claim for article in ordered for claim in readings[article.id].claims]


def _texts(articles: Sequence[Article], claims: Sequence[Claim]) -> list[str]:
    by_id = {article.id: article for article in articles}
    return [asserted(claim, by_id[claim.article]) for claim in claims]


def _link(found: Candidate, verdict: Verdict) -> Link:
    ends = (found.left.id, found.right.id)
    return Link(
        id="l" + hashlib.sha256("\x1f".join(sorted(ends)).encode()).hexdigest()[:12],
        left=found.left.id,
        right=found.right.id,
        similarity=found.similarity,
        probability=found.probability,
        relation=verdict.relation,
        confidence=verdict.confidence,
        aspects=verdict.aspects,
        evidence=found.evidence,
        reasons=verdict.reasons,
    )


def _agrees(verdict: Verdict) -> bool:
    return verdict.relation == "agree"


def _signature(
    embedder: Embedder, reader: Reader | None, model: RelationModel, settings: Settings
) -> dict[str, object]:
    engine = {
        "compare": version("compare-sources"),
        "embedder": embedder.name,
        "link_reader": reader.name if reader else "none",
        "relation_model": model.name,
    }
    libraries = {name: version(name) for name in _SHAPING}
    return {**engine, **settings.signature(), **libraries}


_SHAPING = ("numpy", "nupunkt", "onnxruntime", "rapidfuzz", "tokenizers")  # libraries whose version can shift a number


def _notes(
    articles: Sequence[Article], links: Sequence[Link], model: RelationModel, settings: Settings
) -> Iterator[str]:
    if not isinstance(model, Rules) and settings.blend_for(model.name) is UNCALIBRATED:
        yield f"{model.name} is not calibrated: how much it counts beside the rules is a guess (compare calibrate)."
    if not links:
        yield "Nothing is linked: the articles tell of different things, or in a language the embedder does not know."
    for article in sorted(articles, key=lambda article: article.label):
        if article.language and not article.language.lower().startswith("en"):
            yield f"{article.label}: the language is {article.language}; the default engine reads English."
        elif not is_latin(article.text):
            yield f"{article.label}: the script is not Latin; the rules read English and leave the rest unsure."
