"""The weight and the speed of the page, for as few and as many articles as people compare.

usage: python benchmarks/page.py [--runs N] [--markdown OUT]

Both comparisons are made up (benchmarks/crowd.py), so that no engine runs. Needs the extra `test` and Chromium. Exit: 0
the claims hold, 1 one does not, 2 something is missing.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from string import Template
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.crowd import crowd
from benchmarks.speed import machine
from benchmarks.tables import table
from reports.html import render

FEW, MANY = (3, 30, 60), (20, 60, 6000)
"""Articles, claims of each, links."""
MOST_BYTES = {FEW: 400_000, MANY: 4_000_000}
FIRST_PAINT, ANSWER = 1000.0, 100.0
"""What is claimed, in milliseconds."""
ASKED = {
    "a word": ("find", "children"),
    "a standing": ("standing", "contested"),
    "a relation": ("relation", "conflict"),
    "a source": ("source", "+3"),
    "a speaker": ("speaker", "police"),
    "a certainty": ("manner", "hedged"),
    "the sharpest first": ("order", "sharpest"),
    "the order of an article": ("order", "3"),
}
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_PAINT = """performance.getEntriesByName("first-contentful-paint")[0].startTime"""
_READY = """performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd"""
_ANSWER = """async ([name, value]) => {
  const form = document.querySelector(".filters"), control = form.elements.namedItem(name);
  const told = (type) => control.dispatchEvent(new Event(type, { bubbles: true }));
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const before = control.value, start = performance.now();
  control.value = value;
  told("input"); told("change");
  await painted();
  const taken = performance.now() - start;
  control.value = before;
  told("input"); told("change");
  await painted();
  return taken;
}"""

PAGE = Template("""# The page: weight and speed

Written by `benchmarks/page.py`; change nothing here by hand. To make it anew:

    python benchmarks/page.py --markdown benchmarks/page.md

- machine: $machine
- browser: Chromium $browser, a window of 1280 by 900

Two made-up comparisons: $few, and $many. Every link has 5 reasons and 14 pieces of evidence.

## Weight

$weights

In thousands of bytes, without compression.

## Speed

$speeds

In milliseconds: the median of $runs openings of the file, and the slowest. "Shown" is the first paint with words in
it, "ready" the end of all scripts. The rest is the time from a choice in the filters of the grid to the next picture.

$claims
""")


@dataclass(frozen=True)
class Timing:
    """What a browser measured, in milliseconds, opening by opening."""

    browser: str
    taken: Mapping[str, Sequence[float]]

    @property
    def first_paint(self) -> float:
        """The median."""
        return median(self.taken["shown"])

    @property
    def slowest_answer(self) -> float:
        """The slowest median of all answers."""
        return max(median(self.taken[name]) for name in ASKED)


def parts(html: str) -> dict[str, int]:
    """What each part of the page weighs, in bytes; the last is the whole."""
    found = {
        "style and script": r"<style>.*?</style>|<script>.*?</script>",
        "data of the review": "<script type.*?</script>",
    }
    sections = re.findall(r'<section[^>]* id="([\w-]+)"', html)
    found |= {f"section {name}": rf'<section[^>]* id="{name}".*?</section>' for name in sections}
    sizes = {name: sum(map(_bytes, re.findall(pattern, html, re.DOTALL))) for name, pattern in found.items()}
    return {**{name: size for name, size in sizes.items() if size}, "the whole": _bytes(html)}


def _bytes(text: str) -> int:
    return len(text.encode())


def timed(chromium: str, html: str, runs: int) -> Timing:
    """Open the file so many times in a fresh window each, and use its filters."""
    from playwright.sync_api import sync_playwright

    taken: dict[str, list[float]] = {name: [] for name in ("shown", "ready", *ASKED)}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "report.html"
        file.write_text(html, "utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for _ in range(runs):
            for name, milliseconds in _opened(browser, file).items():
                taken[name].append(milliseconds)
        version = browser.version
        browser.close()
    return Timing(version, taken)


def _opened(browser: Any, file: Path) -> dict[str, float]:
    window = browser.new_context(viewport={"width": 1280, "height": 900})
    page = window.new_page()
    page.goto(file.as_uri())
    page.wait_for_timeout(500)
    found = {"shown": page.evaluate(_PAINT), "ready": page.evaluate(_READY)}
    found |= {name: page.evaluate(_ANSWER, list(choice)) for name, choice in ASKED.items()}
    window.close()
    return found


def claimed(few: str, many: str, timing: Timing) -> dict[str, bool]:
    """What is claimed, with the figure measured -> whether it holds."""
    sizes = {FEW: _bytes(few), MANY: _bytes(many)}
    weights = {
        f"{kind[0]} articles under {MOST_BYTES[kind] // 1000:,} kB: {size // 1000:,} kB": size < MOST_BYTES[kind]
        for kind, size in sizes.items()
    }
    paint, answer = timing.first_paint, timing.slowest_answer
    return weights | {
        f"{MANY[0]} articles shown in less than {FIRST_PAINT:.0f} ms: {paint:.0f} ms": paint < FIRST_PAINT,
        f"Every answer in less than {ANSWER:.0f} ms: {answer:.0f} ms": answer < ANSWER,
    }


def document(few: str, many: str, timing: Timing) -> str:
    """What was measured, in words."""
    light, heavy = parts(few), parts(many)
    names = [name for name in heavy if name != "the whole"] + ["the whole"]
    return PAGE.substitute(
        machine=machine(),
        browser=timing.browser,
        few=_words(FEW),
        many=_words(MANY),
        weights=table(
            ("", f"{FEW[0]} articles", f"{MANY[0]} articles"),
            [(name, *(f"{part.get(name, 0) / 1000:,.0f}" for part in (light, heavy))) for name in names],
        ),
        speeds=table(
            ("", "median", "slowest"),
            [(name, f"{median(taken):.0f}", f"{max(taken):.0f}") for name, taken in timing.taken.items()],
        ),
        runs=len(timing.taken["shown"]),
        claims="\n".join(
            f"- {what}: {'holds' if holds else 'does not hold'}." for what, holds in claimed(few, many, timing).items()
        ),
    )


def _words(kind: tuple[int, int, int]) -> str:
    articles, claims, links = kind
    return f"{articles} articles of {claims} claims with {links:,} links"


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="openings of the file (default: 5)")
    parser.add_argument("--markdown", type=Path, metavar="OUT", help="write the document")
    options = parser.parse_args()
    chromium = next(filter(None, map(shutil.which, _NAMES)), None)
    if not chromium:
        print("no Chromium found; install one", file=sys.stderr)
        return 2
    few, many = render(crowd(*FEW)), render(crowd(*MANY))
    timing = timed(chromium, many, options.runs)
    text = document(few, many, timing)
    print(text)
    if options.markdown:
        options.markdown.write_text(text, "utf-8")
    return 0 if all(claimed(few, many, timing).values()) else 1


if __name__ == "__main__":
    raise SystemExit(main())
