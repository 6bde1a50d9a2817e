// How the others tell the chosen claim: beside it with their own context, or in a second article that scrolls along.
const { panels, panelOf, beside, pair, onChange } = report.articles;
const reader = one(".reader");
const panel = one(".versions");
const body = one(".versions-body", panel);
const bridge = one(".bridge");
const claimNode = (id) => document.getElementById("c-" + id);
const articleOf = (id) => panels[panelOf(claimNode(id))];
let bonds; // claim -> its links, as the grid holds them

function linksOf(id) {
  if (!bonds) {
    bonds = new Map();
    for (const bond of all(".bond", one("table.grid"))) {
      for (const end of [bond.dataset.left, bond.dataset.right]) bonds.set(end, (bonds.get(end) || []).concat(bond));
    }
  }
  return bonds.get(id) || [];
}

const otherEnd = (bond, id) => (bond.dataset.left === id ? bond.dataset.right : bond.dataset.left);
const bondOf = (a, b) => linksOf(a).find((bond) => otherEnd(bond, a) === b);
const make = (tag, name, ...parts) => {
  const made = document.createElement(tag);
  made.className = name;
  made.append(...parts);
  return made;
};
const spaced = (nodes) => nodes.flatMap((node) => [node, " "]);

// The paragraph around a claim: words only, with the claims that tell the same set off.
function context(paragraph, ids) {
  const made = make("p", "");
  made.dir = "auto";
  for (const node of paragraph.childNodes) {
    if (node.nodeType === Node.ELEMENT_NODE && node.matches(".caret")) continue;
    const words = node.nodeType === Node.ELEMENT_NODE && (one("bdi", node) || node.firstChild);
    const same = words && ids.includes(node.dataset.claim);
    made.append(same ? make("span", "same", words.textContent) : (words || node).textContent);
  }
  return made;
}

function version(chosen, ids) {
  const made = make("div", "version");
  for (const bond of ids.map((id) => bondOf(chosen, id)).filter(Boolean)) {
    made.append(make("p", "verdict", ...spaced(report.verdict(bond))));
  }
  return made;
}

// Claims of one source, together where they stand in one paragraph.
function passages(chosen, quotes) {
  const found = new Map();
  for (const quote of quotes) {
    const node = claimNode(quote.dataset.claim);
    const place = node ? node.closest("p") : quote;
    found.set(place, (found.get(place) || []).concat(quote.dataset.claim));
  }
  return Array.from(found, ([place, ids]) => {
    const made = version(chosen, ids);
    const passage = make("div", "passage", place.matches("p") ? context(place, ids) : place.cloneNode(true));
    passage.setAttribute("role", "group");
    passage.setAttribute("aria-label", "The passage");
    made.append(passage);
    if (place.matches("p")) made.append(opener(ids[0]));
    return made;
  });
}

function opener(id) {
  const button = make("button", "", "Read the articles side by side");
  button.type = "button";
  button.addEventListener("click", () => {
    const chosen = one(".claim.chosen");
    beside(panelOf(claimNode(id)));
    chosen.focus({ preventScroll: true });
    choose(chosen);
  });
  return button;
}

function told(row, chosen, cell) {
  const own = all(".quote", cell);
  const beyond = all(".elsewhere", cell);
  const linked = beyond.filter((quote) => bondOf(chosen, quote.dataset.claim));
  return own.concat(own.length ? linked : beyond);
}

function versions(row, chosen) {
  const made = [];
  for (const cell of Array.from(row.rows[0].cells).slice(1)) {
    if (all(".quote", cell).some((quote) => quote.dataset.claim === chosen)) continue;
    const found = passages(chosen, told(row, chosen, cell));
    made.push(make("p", "who", one(".who", cell).textContent));
    made.push(...(found.length ? found : [make("p", "quiet", "not mentioned")]));
  }
  return made;
}

function mark(link) {
  for (const other of all(".claim.chosen, .claim.linked")) other.classList.remove("chosen", "linked");
  for (const part of all(".claim", articleOf(link.dataset.claim))) {
    if (part.dataset.claim === link.dataset.claim) part.classList.add("chosen");
  }
}

function choose(link) {
  const chosen = link.dataset.claim;
  mark(link);
  if (pair().length) { cross(chosen); return; }
  const row = document.getElementById(link.getAttribute("href").slice(1));
  body.replaceChildren(...versions(row, chosen));
  one(".versions-more a", panel).setAttribute("href", link.getAttribute("href"));
  panel.hidden = false;
  reader.classList.add("beside");
  panel.scrollTop = 0;
  all(".passage", body).forEach(settle);
  uncover(link);
}

// On a phone the panel lies over the text.
function uncover(link) {
  const box = link.getBoundingClientRect(), over = panel.getBoundingClientRect();
  if (over.left < box.right && over.top < box.bottom + 12) scrollBy(0, box.bottom + 12 - over.top);
}

// A long passage scrolls by itself: to the claim, and by the keyboard too.
function settle(passage) {
  const same = one(".same", passage);
  if (passage.scrollHeight <= passage.clientHeight) return;
  passage.tabIndex = 0;
  if (same) passage.scrollTop = same.offsetTop - 40;
}

function clear() {
  for (const other of all(".claim.chosen, .claim.linked")) other.classList.remove("chosen", "linked");
  panel.hidden = true;
  reader.classList.remove("beside");
}

function close() {
  const chosen = one(".claim.chosen");
  clear();
  if (chosen) chosen.focus({ preventScroll: true });
}

const depth = (article, node) => node.getBoundingClientRect().top - article.getBoundingClientRect().top;

// Scrolls an article alone, and not the page, as far as it takes to see a claim well.
function bring(article, claim) {
  const top = depth(article, claim), room = article.clientHeight;
  if (top > room / 8 && top + claim.getBoundingClientRect().height < room * 7 / 8) return;
  article.scrollTop += top - room / 3;
}

// Side by side: the linked claim comes to the height of the chosen one.
function cross(chosen) {
  const here = articleOf(chosen);
  const there = pair().find((article) => article !== here);
  const linked = new Map(linksOf(chosen).map((bond) => [otherEnd(bond, chosen), bond]));
  const parts = all(".claim", there).filter((part) => linked.has(part.dataset.claim));
  const ids = new Set(parts.map((part) => part.dataset.claim));
  for (const part of parts) part.classList.add("linked");
  const name = make("b", "", one(".pane", there).textContent);
  const link = Object.assign(make("a", "", "All sources on it"), { href: claimNode(chosen).getAttribute("href") });
  const verdicts = Array.from(ids).flatMap((id) => spaced(report.verdict(linked.get(id))));
  bridge.replaceChildren(name, " ", ...(ids.size ? verdicts : ["has no claim that is linked to this one. "]), link);
  leader = null; // until one of them is scrolled by hand
  bring(here, claimNode(chosen));
  if (!ids.size) { follow(here, there); return; }
  there.scrollTop += depth(there, parts[0]) - depth(here, claimNode(chosen));
}

// Scrolling one, the other follows: between two links that both have in the same order, in proportion.
let leader = null, anchors = [];

function inOrder(pairs) { // the longest run of links that do not cross
  const best = pairs.map((each) => [each]);
  pairs.forEach((each, at) => {
    for (let before = 0; before < at; before += 1) {
      if (pairs[before][1] < each[1] && best[before].length >= best[at].length) best[at] = [...best[before], each];
    }
  });
  return best.reduce((longest, run) => (run.length > longest.length ? run : longest), []);
}

function meet() {
  const [left, right] = pair();
  bridge.hidden = !left;
  anchors = [];
  if (!left) return;
  const rank = new Map(all(".claim[id]", right).map((link, at) => [link.dataset.claim, at]));
  const links = all(".claim[id]", left);
  const pairs = links.flatMap(({ dataset: { claim } }, at) =>
    linksOf(claim).map((bond) => [at, rank.get(otherEnd(bond, claim)), claim, otherEnd(bond, claim)])
      .filter((each) => each[1] !== undefined).sort((a, b) => a[1] - b[1]).slice(0, 1));
  anchors = inOrder(pairs).map(([, , a, b]) => [claimNode(a), claimNode(b)]);
  bridge.textContent = pairs.length
    ? "Scroll one: the other keeps step, link by link. Choose a claim to see its counterpart."
    : "No claim of one is linked to the other: they scroll apart.";
}

const height = (article, node) => depth(article, node) + article.scrollTop;

function follow(from, to) {
  const at = from === pair()[0] ? 0 : 1;
  const room = from.scrollHeight - from.clientHeight, there = to.scrollHeight - to.clientHeight;
  if (!anchors.length || room <= 0) return;
  const line = from.scrollTop + (from.scrollTop / room) * from.clientHeight;
  const met = anchors.map((ends) => [height(from, ends[at]), height(to, ends[1 - at])]);
  const points = [[0, 0], ...met, [from.scrollHeight, to.scrollHeight]];
  const next = Math.max(1, points.findIndex(([y]) => y > line));
  const [[y0, z0], [y1, z1]] = [points[next - 1], points[next]];
  to.scrollTop = (z0 + (z1 - z0) * (y1 > y0 ? (line - y0) / (y1 - y0) : 0)) * (there / to.scrollHeight);
}

for (const article of panels) {
  for (const sign of ["wheel", "touchstart", "pointerdown", "keydown"]) {
    article.addEventListener(sign, () => { leader = article; }, { passive: true });
  }
  article.addEventListener("scroll", () => {
    if (leader !== article) return;
    const other = pair().find((each) => each !== article);
    if (other) follow(article, other);
  });
}

for (const link of all(".claim")) {
  link.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    choose(link);
  });
}
one(".close", panel).addEventListener("click", close);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (!panel.hidden) close();
  else if (pair().length && one("#articles").contains(document.activeElement)) beside(-1);
});
onChange(() => {
  clear();
  meet();
  if (pair().length) reader.scrollIntoView();
});

Object.assign(report.articles, { choose, isOpen: () => !panel.hidden || pair().length > 0 });
