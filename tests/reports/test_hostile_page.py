"""Articles that attack: every word that a source, a file name or a file can choose is an attempt to break the page."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from compare.model import Comparison
from reports.html import render
from reports.safe import visible
from tests.reports.crawl import open_all, use_everything, watched
from tests.reports.sight import overlapping, sideways
from tests.reports.story import told

Read = Callable[..., Page]

ATTACKS = (
    "<script>window.broken=1</script>",
    "</script></style></title></textarea><script>window.broken=1</script>",
    '"><img src=x onerror="window.broken=1">',
    "'><svg onload='window.broken=1'><a href='javascript:window.broken=1'>press</a>",
    "<iframe srcdoc='&lt;script&gt;parent.broken=1&lt;/script&gt;'></iframe><base href=//evil.example>",
    "--><!--<![CDATA[</main></body></html><h2>Fake section</h2>",
    "{{ 7 * 7 }}{% raw %}{# gone #}${7*7}<%= 7*7 %>",
    "&lt;b&gt; &#x3C; &amp;amp; <!DOCTYPE html><form action=//evil.example><button>Send</button></form>",
    "\\u003cscript\\u003e \\n ' \" ` ; } */ ){} @import url(//evil.example/x.css);",
    "\u202eevil\u202c \u2066left\u2069 \u200bzero\ufeff \u0007bell \x1b[31mred\x1b[0m",
    "half \ud800 half \udfff nul \x00 not \ufffe form\x0cfeed tab\t return\r line\u2028 part\u2029",
    "ﷺ" * 30 + "Z" + "\u0301" * 60 + "👩‍👩‍👧‍👧" * 10,
    "W" * 10_000,
    "https://" + "w" * 3_000 + ".example/?" + "q=1&" * 500,
)
ADDRESSES = (
    "javascript:window.broken=1",
    "JaVaScRiPt:window.broken=1",
    " javascript:window.broken=1",
    "java\nscript:window.broken=1",
    "\x01javascript:window.broken=1",
    "data:text/html,<script>window.broken=1</script>",
    "vbscript:window.broken=1",
    "file:///etc/passwd",
    "//evil.example/x",
    "https://ok.example/\u202egnp.exe",
    'https://ok.example/"onclick="window.broken=1',
    "https://[half",
)


def spoiled(attacks: Sequence[str], sources: int = 4) -> Comparison:
    """The story with an attack after all words; after equal words the same one, so that they stay equal."""
    given: dict[str, str] = {}
    return told(sources, lambda words: f"{words} {given.setdefault(words, attacks[len(given) % len(attacks)])}")


@pytest.fixture(scope="module")
def hostile() -> Comparison:
    return spoiled(ATTACKS)


@pytest.fixture(scope="module")
def peaceful() -> Comparison:
    """The same words, letter by letter, but for the signs that mean something to a browser."""
    return spoiled([attack.translate(str.maketrans("<>&\"'", "‹›+”’")) for attack in ATTACKS])


def tags(page: Page) -> Counter[str]:
    return Counter(page.evaluate("Array.from(document.querySelectorAll('*'), (node) => node.tagName)"))


def test_every_attack_is_tried(hostile: Comparison):
    words = repr(hostile)
    assert [attack for attack in ATTACKS if repr(attack)[1:-1] not in words] == []


def test_a_page_full_of_attacks_has_the_elements_of_a_peaceful_one(
    read: Read, hostile: Comparison, peaceful: Comparison
):
    assert tags(read(hostile)) == tags(read(peaceful))


def test_no_attribute_runs_anything_or_leads_elsewhere(read: Read, hostile: Comparison):
    page = read(hostile)
    attributes = page.evaluate("""() => Array.from(document.querySelectorAll("*")).flatMap((node) =>
      Array.from(node.attributes, (one) => [node.tagName, one.name, one.value]))""")
    assert [name for _, name, _ in attributes if name.startswith("on") or name in ("style", "srcdoc", "src")] == []
    leads = {value for _, name, value in attributes if name in ("href", "action", "formaction", "data", "xlink:href")}
    assert {lead for lead in leads if not lead.startswith(("#", "https://example.org/"))} == set()


def test_nothing_runs_while_everything_on_a_hostile_page_is_used(context: BrowserContext, read: Read):
    witness = watched(context)
    page = read(spoiled(ATTACKS, 2))
    assert len(use_everything(page)) > 50
    page.wait_for_timeout(100)
    assert page.evaluate("window.broken") is None
    assert witness.heard == []
    assert witness.dialogs == []
    assert {address for address in witness.asked if not address.startswith("blob:")} == {page.url.split("#")[0]}
    made = "img, iframe, object, embed, base, form[action], a[href^='java'], h2:text('Fake section')"
    assert page.locator(made).count() == 0


def test_attacks_are_shown_as_the_text_they_are(read: Read, hostile: Comparison):
    page = read(hostile)
    grid, articles, method = (
        seen(page.locator(part).text_content() or "") for part in ("#grid", "#articles", "#method")
    )
    for claim in hostile.claims:
        assert seen(claim.text) in grid
        assert seen(claim.text) in articles
    for words in (hostile.notes[0], hostile.signature["embedder"]):
        assert seen(visible(words)) in method


def seen(text: str) -> str:
    """What can be seen of a text: no spaces, no controls, and nothing that stands in their place."""
    return "".join(char for char in text if unicodedata.category(char)[0] not in "CZ" and char != "\ufffd")


_LOOSE = r"""() => {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const around = walk.currentNode.parentElement;
    if (/[\u202a-\u202e\u2066-\u2069]/.test(walk.currentNode.data) && !around.closest("bdi, [dir=auto], script")) {
      found.push(around.outerHTML);
    }
  }
  return found;
}"""
_TURNED = r"""() => Array.from(document.querySelectorAll("*")).flatMap((node) => Array.from(node.attributes)
  .filter((one) => /[\u202a-\u202e\u2066-\u2069]/.test(one.value)).map((one) => node.tagName + " " + one.name))"""


def test_an_attack_does_not_turn_what_stands_around_it(read: Read, hostile: Comparison):
    page = read(hostile)
    open_all(page)
    assert page.evaluate(_LOOSE) == []
    assert page.evaluate(_TURNED) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_no_attack_breaks_the_layout(browser: Browser, read: Read, hostile: Comparison, width: int):
    window = browser.new_context(viewport={"width": width, "height": 800})
    page = read(hostile, window)
    open_all(page)
    assert sideways(page) == 0
    assert overlapping(page) == []
    page.locator("a.claim:visible").first.click()
    assert sideways(page) == 0
    window.close()


def test_no_attack_makes_a_page_of_paper_wider(browser: Browser, read: Read, hostile: Comparison):
    window = browser.new_context(viewport={"width": 688, "height": 1000})
    page = read(hostile, window)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert sideways(page) == 0
    window.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_word_of_ten_thousand_characters_everywhere_breaks_no_layout(browser: Browser, read: Read, width: int):
    window = browser.new_context(viewport={"width": width, "height": 800})
    long = told(2, lambda words: words if len(words) > 9 else words + "m" * 10_000)
    page = read(long, window)
    open_all(page)
    assert sideways(page) == 0
    window.close()


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_is_none_of_the_web_is_no_link(address: str):
    tame = told(2)
    articles = (replace(tame.articles[0], url=address), *tame.articles[1:])
    page = render(replace(tame, articles=articles))
    assert page.count("<a href=") == render(tame).count("<a href=") - 1 or "ok.example" in address
    assert 'href="java' not in page.lower()
    assert 'onclick="window' not in page
    assert "\u202e" not in page
