"""What a page does while all of it is used: what it says, what it asks for, and a visitor who tries every control."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Dialog, ElementHandle, Page

_FIND = """() => {
  const used = window.usedByTheCrawl ||= new WeakSet();
  const seen = (node) => node.type === "file" || node.checkVisibility({ checkVisibilityCSS: true });
  const ends = (node) => [/^(close|leave|clear)/i, /^stay/i].findIndex((end) => end.test(node.innerText || "")) + 1;
  const inside = Array.from(document.querySelectorAll("dialog[open]")).pop() || document;
  const [next] = Array.from(inside.querySelectorAll(
    "button, summary, select, input, textarea, [role=button], [role=tab], [role=option], a[href^='#'], [tabindex='0']"
  )).filter((node) => !used.has(node) && !node.matches(":disabled") && seen(node)).sort((a, b) => ends(a) - ends(b));
  if (next) used.add(next);
  return next || null;
}"""
_USE = """(node) => {
  const told = (value) => {
    if (value !== undefined) node.value = value;
    node.dispatchEvent(new Event("input", { bubbles: true }));
    node.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const name = (node.innerText || node.name || node.id || node.className).slice(0, 40);
  const pressed = !node.matches("select, textarea, input") || ["checkbox", "radio"].includes(node.type);
  if (node.tagName === "SELECT") {
    Array.from(node.options, (option) => option.value).forEach(told);
    node.selectedIndex = 0;
    told();
  } else if (pressed) node.click();
  else if (node.type === "number") ["3", "999", "-1", ""].forEach(told);
  else if (node.type !== "file") ["ferry", "<img src=x onerror=alert(1)>", "\\\\ [ ( * + ?", ""].forEach(told);
  return [name, node.type === "file"];
}"""
_JUNK = {
    "name": "decisions.json",
    "mimeType": "application/json",
    "buffer": b'{"format": 1, "decisions": [{}, null, 7]}',
}


@dataclass
class Witness:
    """What a window said and asked for from the moment it is watched."""

    heard: list[str] = field(default_factory=list)
    """Console messages, errors, refusals of the policy (the browser writes them to the console)."""
    asked: set[str] = field(default_factory=set)
    """Every address that was requested."""
    dialogs: list[str] = field(default_factory=list)
    """Boxes of alert, confirm and prompt; each was answered with yes."""


def watched(window: BrowserContext) -> Witness:
    """Watch every page of this window."""
    witness = Witness()
    window.on("console", lambda message: witness.heard.append(f"{message.type}: {message.text}"))
    window.on("weberror", lambda error: witness.heard.append(str(error.error)))
    window.on("request", lambda request: witness.asked.add(request.url))

    def answer(dialog: Dialog) -> None:
        witness.dialogs.append(dialog.message)
        dialog.accept()

    window.on("dialog", answer)
    return witness


def use_everything(page: Page, then: Callable[[str], object] = lambda name: None) -> list[str]:
    """Use every control once, and those that come up meanwhile; returns the names of what was used, in order."""
    used = []
    while node := _unused(page):
        name, takes_file = node.evaluate(_USE)
        if takes_file:
            node.set_input_files([_JUNK])
        used.append(name)
        then(used[-1])
    return used


def _unused(page: Page) -> ElementHandle | None:
    found = page.evaluate_handle(_FIND).as_element()
    if not found:
        open_all(page)  # what a second press closed again
    return found or page.evaluate_handle(_FIND).as_element()


def open_all(page: Page) -> None:
    """Open everything that can be unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
