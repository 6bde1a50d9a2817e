"""A visitor who uses every control of the whole page once: it stays silent, keeps to itself and keeps its shape."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.reports.crawl import use_everything, watched
from tests.reports.sight import sideways
from tests.reports.story import told

Read = Callable[..., Page]

_KEYS = ("?", "Escape", *"abcdefghijklmnopqrstuvwxyz", *"0123456789", "?", "Enter", "Escape", "ArrowDown", "ArrowUp")
_BROKEN = """() => {
  const ids = Array.from(document.querySelectorAll("[id]"), (node) => node.id);
  const lost = (name) => Array.from(document.querySelectorAll(`[${name}]`))
    .flatMap((node) => node.getAttribute(name).split(" ")).filter((id) => id && !document.getElementById(id));
  return {
    twice: ids.filter((id, at) => ids.indexOf(id) !== at),
    lost: ["for", "aria-labelledby", "aria-describedby", "aria-controls"].flatMap(lost),
    dead: Array.from(document.querySelectorAll("a[href^='#']")).map((link) => decodeURIComponent(link.hash.slice(1)))
      .filter((id) => !document.getElementById(id)),
  };
}"""


@pytest.mark.parametrize("width", [390, 1280])
def test_using_everything_is_silent_and_keeps_to_the_page(browser: Browser, read: Read, width: int):
    window = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    witness = watched(window)
    page = read(told(), window)
    wide: list[str] = []
    used = use_everything(page, then=lambda name: wide.append(name) if sideways(page) else None)
    for key in _KEYS:
        page.keyboard.press(key)
    page.wait_for_timeout(100)
    assert len(used) > 100
    assert wide == []
    assert witness.heard == []
    assert {address for address in witness.asked if not address.startswith("blob:")} == {page.url.split("#")[0]}
    assert len(window.pages) == 1
    assert page.evaluate(_BROKEN) == {"twice": [], "lost": [], "dead": []}
    window.close()


def test_every_id_that_the_page_names_is_there_once(read: Read):
    assert read(told(5)).evaluate(_BROKEN) == {"twice": [], "lost": [], "dead": []}
