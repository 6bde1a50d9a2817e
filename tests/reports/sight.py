"""What eyes would see on a page: words on words, words cut off, words too faint, a page wider than its window."""

from __future__ import annotations

from playwright.sync_api import Page

_WORDS = """
const style = (node) => getComputedStyle(node);
const around = (node) => node ? [node, ...around(node.parentElement)] : [];
const floats = (node) => around(node).some((one) => ["fixed", "sticky"].includes(style(one).position));
const meet = (a, b) => ({ left: Math.max(a.left, b.left), right: Math.min(a.right, b.right),
  top: Math.max(a.top, b.top), bottom: Math.min(a.bottom, b.bottom) });
const has = (box) => box.right - box.left > 1 && box.bottom - box.top > 1;
const clipped = (box, node) => around(node).filter((one) => style(one).overflowX !== "visible")
  .reduce((left, one) => meet(left, one.getBoundingClientRect()), box);
function words() {
  const found = [], range = document.createRange();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode, node = text.parentElement;
    if (!text.data.trim() || node.closest("script, style, option, title") || !node.checkVisibility()) continue;
    if (around(node).some((one) => style(one).clipPath !== "none")) continue; // read aloud only
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) found.push({ node, box, text: text.data.trim().slice(0, 40) });
  }
  return found;
}
"""
_OVERLAPPING = f"""() => {{ {_WORDS}
  const seen = words().filter(({{ node }}) => !floats(node))
    .map((one) => ({{ ...one, box: clipped(one.box, one.node) }}))
    .filter(({{ box }}) => has(box)).sort((a, b) => a.box.top - b.box.top);
  const found = new Set();
  seen.forEach((one, at) => {{
    for (let next = at + 1; next < seen.length && seen[next].box.top < one.box.bottom; next += 1) {{
      const other = seen[next], both = meet(one.box, other.box);
      const low = Math.min(one.box.bottom - one.box.top, other.box.bottom - other.box.top);
      if (one.node !== other.node && both.right - both.left > 2 && both.bottom - both.top > low / 2) {{
        found.add(one.text + " / " + other.text);
      }}
    }}
  }});
  return Array.from(found);
}}"""
_CUT_OFF = f"""() => {{ {_WORDS}
  return words().filter(({{ node, box }}) => {{
    const holder = around(node).find((one) => style(one).overflowX !== "visible");
    const edge = holder && ["hidden", "clip"].includes(style(holder).overflowX) && holder.getBoundingClientRect();
    return edge && (box.left < edge.left - 1 || box.right > edge.right + 1);
  }}).map(({{ text }}) => text);
}}"""
_BROKEN = f"""() => {{ {_WORDS}
  const found = new Set(), range = document.createRange();
  for (const node of new Set(words().map(({{ node }}) => node))) {{
    for (const text of Array.from(node.childNodes).filter((one) => one.nodeType === Node.TEXT_NODE)) {{
      for (const {{ 0: word, index }} of text.data.matchAll(/\\p{{L}}{{2,16}}/gu)) {{
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        if (new Set(Array.from(range.getClientRects(), (box) => Math.round(box.top))).size > 1) found.add(word);
      }}
    }}
  }}
  return Array.from(found);
}}"""
_FAINT = f"""() => {{ {_WORDS}
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", {{ willReadFrequently: true }});
  const bright = (...colors) => {{
    for (const color of colors) {{ canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); }}
    const [r, g, b] = Array.from(canvas.getImageData(0, 0, 1, 1).data)
      .map((part) => part / 255).map((part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  }};
  const behind = (node, {{ left, right, top, bottom }}) => {{
    const x = (left + right) / 2, y = (top + bottom) / 2;
    const shapes = Array.from(node.closest("svg").querySelectorAll("rect, circle, path, polygon")).filter((one) => {{
      const box = one.getBoundingClientRect();
      return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom && style(one).fill !== "none"
        && one.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
    }});
    return shapes.map((one) => style(one).fill);
  }};
  const grounds = (node) => around(node).map((one) => style(one).backgroundColor).reverse();
  return Array.from(new Set(words().flatMap(({{ node, box, text }}) => {{
    const drawn = node.closest("svg");
    const below = ["Canvas", ...grounds(node), ...(drawn ? behind(node, box) : [])];
    const [dark, light] = [bright(...below, drawn ? style(node).fill : style(node).color), bright(...below)]
      .sort((a, b) => a - b);
    const ratio = (light + .05) / (dark + .05);
    return ratio < 4.5 && /[\\p{{L}}\\p{{N}}]/u.test(text) ? [ratio.toFixed(2) + " " + text] : [];
  }})));
}}"""


def sideways(page: Page) -> int:
    """How many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def overlapping(page: Page) -> list[str]:
    """Words that stand on top of others, apart from what is meant to float over the page."""
    found: list[str] = page.evaluate(_OVERLAPPING)
    return found


def cut_off(page: Page) -> list[str]:
    """Words of which a part lies beyond the edge of a drawing or box that hides what it does not hold."""
    found: list[str] = page.evaluate(_CUT_OFF)
    return found


def broken(page: Page) -> list[str]:
    """Words of ordinary length that do not fit on one line."""
    found: list[str] = page.evaluate(_BROKEN)
    return found


def faint(page: Page) -> list[str]:
    """Words, those in drawings too, with a contrast below 4.5 to what is painted under them."""
    found: list[str] = page.evaluate(_FAINT)
    return found
