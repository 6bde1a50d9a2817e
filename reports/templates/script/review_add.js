// A link that was missed: two claims, found by their words or picked in the texts.
const { claims, articles, links, sides, keyOf, put, root, tell, show, showEntry, go, end } = report.review;
const words = new Map(Array.from(claims.values()).map((claim) => [claim, claim.text.toLocaleLowerCase()]));
const other = (side) => sides.find((one) => one !== side);
const name = (side) => side.dataset.side;
const MOST = 40;

function start() {
  if (report.review.draft()) { end(); return tell(""); }
  if (articles.length < 2) return tell("There is only one article.");
  report.review.setDraft({ left: null, right: null });
  report.review.showDraft(report.review.draft());
  return tell("Choose a claim on each side, in the text or by its words; then say how they relate.");
}

// Opens or closes the controls to choose with.
function showDraft(draft) {
  root.classList.toggle("rv-adding", Boolean(draft));
  one('[data-do="add"]', root).setAttribute("aria-pressed", String(Boolean(draft)));
  for (const side of sides) one(".rv-choose", side).hidden = !draft;
  if (!draft) return;
  sides.forEach((side, at) => {
    const shown = articles.find(({ label }) => label === one(".rv-label", side).textContent) || articles[at];
    one("input", side).value = "";
    open(side, shown, null);
  });
  showEntry();
  one("input", sides[0]).focus();
}

// The article that the other side holds on to, because a claim of it was chosen.
const held = (side) => (report.review.draft()[name(other(side))] ? other(side).dataset.article : "");

// Puts an article on one side; the other side shows another one.
function open(side, article, id) {
  const draft = report.review.draft();
  draft[name(side)] = id;
  put(side, article, id);
  side.dataset.article = article.id;
  const across = other(side);
  if (across.dataset.article === article.id) open(across, articles.find((one) => one !== article), null);
  for (const each of sides) offer(each);
}

function offer(side) {
  const select = one("select", side);
  select.replaceChildren(...articles.map((article) => {
    const option = new Option(article.label, article.id, false, article.id === side.dataset.article);
    option.disabled = article.id === held(side);
    return option;
  }));
}

function pick(side, id) {
  open(side, claims.get(id).article, id);
  hide(side);
  const { left, right } = report.review.draft();
  if (left && right) return join(left, right);
  showEntry();
  one("input", other(side)).focus();
  return tell("Now a claim on the other side.");
}

function join(left, right) {
  root.focus({ preventScroll: true });
  const key = keyOf(left, right);
  if (links.has(key) || report.review.state.decisions.has(key)) {
    go(key);
    return tell("These two are in the list already.");
  }
  showEntry();
  return tell("How do the two relate?");
}

// The list of claims under a search field.
function find(side) {
  const input = one("input", side), list = one(".rv-found", side);
  const wanted = input.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const fits = (claim) => claim.article.id !== held(side)
    && (wanted.length || claim.article.id === side.dataset.article)
    && wanted.every((word) => words.get(claim).includes(word));
  const found = Array.from(claims.values()).filter(fits).slice(0, MOST);
  list.replaceChildren(...found.map((claim, at) => option(side, claim, at)));
  list.hidden = !found.length;
  input.setAttribute("aria-expanded", String(found.length > 0));
  mark(side, 0);
  if (!found.length) tell("No claim with these words.");
}

function option(side, claim, at) {
  const item = document.createElement("li");
  item.id = "rv-" + name(side) + "-" + at;
  item.setAttribute("role", "option");
  item.dataset.claim = claim.id;
  for (const [tag, text] of [["b", claim.article.label], ["bdi", claim.text]]) {
    item.append(Object.assign(document.createElement(tag), { textContent: text }), " ");
  }
  item.addEventListener("mousedown", (event) => event.preventDefault());
  item.addEventListener("click", () => pick(side, claim.id));
  return item;
}

function mark(side, at) {
  const items = all("[role=option]", side);
  items.forEach((item, number) => item.setAttribute("aria-selected", String(number === at)));
  if (!items[at]) return one("input", side).removeAttribute("aria-activedescendant");
  items[at].scrollIntoView({ block: "nearest" });
  return one("input", side).setAttribute("aria-activedescendant", items[at].id);
}

function hide(side) {
  one(".rv-found", side).hidden = true;
  one("input", side).setAttribute("aria-expanded", "false");
  one("input", side).removeAttribute("aria-activedescendant");
}

function typed(side, event) {
  const items = all("[role=option]", side);
  const at = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  const closed = one(".rv-found", side).hidden;
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by && closed) find(side);
  else if (by) mark(side, Math.min(items.length - 1, Math.max(0, at + by)));
  else if (event.key === "Enter" && items[at] && !closed) pick(side, items[at].dataset.claim);
  else if (event.key === "Escape" && !closed) hide(side);
  else return;
  event.preventDefault();
}

for (const side of sides) {
  one("input", side).addEventListener("input", () => find(side));
  one("input", side).addEventListener("keydown", (event) => typed(side, event));
  one("input", side).addEventListener("blur", () => hide(side));
  one("select", side).addEventListener("change", (event) => {
    open(side, articles.find(({ id }) => id === event.target.value), null);
    showEntry();
  });
  one(".rv-text", side).addEventListener("click", (event) => {
    const claim = event.target.closest(".rv-claim");
    if (claim && report.review.draft()) pick(side, claim.dataset.claim);
  });
}

Object.assign(report.review, { add: start, showDraft });
