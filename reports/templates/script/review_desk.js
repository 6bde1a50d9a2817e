// The desk: where the review stands, and what was decided on the pair in sight.
const { state, claims, links, keys, keyOf, pairOf, decided, change, keep, decide, isSplit, isKept } = report.review;
const { put, bring } = report.review;
const root = one(".rv");
const sides = all(".rv-side", root);
const comment = one(".rv-comment input", root);
const number = one(".rv-at input", root);
const UNKEPT = "This browser keeps nothing for this page: export before you close it.";
let draft = null; // the two claims of a link that is being added

function current() {
  if (!draft) return state.at;
  return draft.left && draft.right ? keyOf(draft.left, draft.right) : null;
}

const entry = () => state.decisions.get(current());
const tell = (words) => { one(".rv-said", root).textContent = words; };
const button = (name) => one('[data-do="' + name + '"]', root);

function show() {
  const walk = keys();
  if (!walk.includes(state.at)) state.at = walk[0];
  number.value = draft || !walk.length ? "" : walk.indexOf(state.at) + 1;
  number.max = walk.length;
  number.disabled = !walk.length;
  one(".rv-of", root).textContent = "of " + walk.length;
  showProgress(walk.length - links.size);
  if (!draft && state.at) showPair(pairOf(state.at));
  showEntry();
  showLost();
}

function showProgress(own) {
  const done = decided();
  Object.assign(one("progress", root), { max: links.size || 1, value: done });
  one(".rv-count", root).textContent = done + " of " + links.size + " decided" + (own ? ", " + own + " added" : "");
}

function showPair(pair) {
  for (const side of sides) put(side, claims.get(pair[side.dataset.side]).article, pair[side.dataset.side]);
}

function showEntry() {
  const { decision, aspects = [], comment: words = "" } = entry() || {};
  for (const node of all("[data-choice]", root)) {
    node.setAttribute("aria-pressed", String(node.dataset.choice === decision));
    node.disabled = !current();
  }
  for (const node of all("[data-aspect]", root)) {
    node.setAttribute("aria-pressed", String(aspects.includes(node.dataset.aspect)));
    node.disabled = !isSplit(decision);
  }
  comment.value = words;
  comment.disabled = !decision;
  comment.placeholder = decision ? "" : "after a decision";
  showVerdict();
  for (const side of sides) bring(one(".rv-text", side));
}

function showVerdict() {
  const key = current();
  const shown = Boolean(key) && state.seen.has(key);
  button("peek").disabled = !key || shown;
  one(".rv-verdict", root).hidden = !shown;
  one(".rv-verdict", root).replaceChildren(...(shown ? verdictOf(pairOf(key)) : []));
}

function verdictOf({ left, right, verdict, sure }) {
  if (!verdict) return [line("p", "The machine did not link these two.")];
  const [relation, called, meaning, aspects] = verdict;
  const said = line("p", "The machine says: ");
  const named = aspects.length ? " (" + aspects.join(", ") + ")" : "";
  said.append(line("span", called, "chip t-" + relation), " " + meaning + named + "; " + sure + " % sure.");
  return [said, ...why(left, right)];
}

// What weighed how much, where the grid tells it.
function why(left, right) {
  const is = ({ dataset }) => dataset.left === left && dataset.right === right;
  const found = all(".bond .why").find((node) => is(node.closest(".bond")) && one(".fall", node));
  if (!found) return [];
  report.draw(found);
  const box = document.createElement("details");
  box.append(line("summary", "Why"), found.cloneNode(true));
  return [box];
}

function line(tag, words, name) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.textContent = words;
  return node;
}

function showLost() {
  const box = one(".rv-lost", root), lost = state.unmatched;
  box.hidden = !lost.length;
  const many = count(lost.length, "decision");
  one("summary", box).textContent = many + " of another run without a match here, kept in the file";
  one("ul", box).replaceChildren(...lost.map(lostItem));
}

function lostItem(record) {
  const item = line("li", "");
  item.append(line("b", record.decision), ": ", quoted(record.left.text), " / ", quoted(record.right.text));
  if (record.comment) item.append(" Comment: ", quoted(record.comment));
  return item;
}

const quoted = (words) => line("bdi", "“" + words + "”");
const count = (many, thing) => many + " " + thing + (many === 1 ? "" : "s");

// Deciding.
function choose(decision) {
  const key = current();
  if (!key) return;
  if ((entry() || {}).decision !== decision) change(() => { decide(key, { decision }); state.at = key; });
  state.at = key;
  end();
  const walk = keys();
  tell("Link " + (walk.indexOf(key) + 1) + ": " + decision + (isKept() ? "." : ". " + UNKEPT));
}

function tick(aspect) {
  const { decision, aspects = [] } = entry() || {};
  if (!isSplit(decision)) return tell("Choose differ or conflict first, then in what.");
  const without = aspects.filter((other) => other !== aspect);
  const ticked = without.length === aspects.length;
  change(() => decide(current(), { aspects: ticked ? [...aspects, aspect] : without }));
  show();
  return tell(aspect + (ticked ? " ticked." : " no longer ticked."));
}

function peek() {
  const key = current();
  if (!key || state.seen.has(key)) return;
  state.seen.add(key);
  keep();
  showEntry();
  tell(entry() ? "" : "Shown before you decided; the file will say so.");
}

// Moving.
function go(key) {
  if (key) state.at = key;
  end();
  keep();
}

function step(by) {
  const walk = keys();
  const at = walk.indexOf(state.at) + (draft ? 0 : by);
  if (at < 0 || at >= walk.length) return tell(by > 0 ? "This is the last link." : "This is the first link.");
  tell("");
  return go(walk[at]);
}

function nextOpen() {
  const walk = keys();
  const from = walk.indexOf(state.at);
  const open = [...walk.slice(from + 1), ...walk.slice(0, from + 1)].find((key) => !state.decisions.has(key));
  tell(open ? "" : "Every link is decided. Export the file to hand it on.");
  go(open);
}

function end() {
  draft = null;
  report.review.showDraft(null);
  show();
}

// A comment is one step of undo, however many letters it has.
let begun = false;
comment.addEventListener("focus", () => { begun = false; });
comment.addEventListener("input", () => {
  const alter = () => decide(state.at, { comment: comment.value });
  if (begun) { alter(); keep(); } else change(alter);
  begun = true;
});

number.addEventListener("change", () => {
  const key = keys()[Number(number.value) - 1];
  tell(key ? "" : "There is no link " + number.value + ".");
  go(key);
});

Object.assign(report.review, {
  root, sides, comment, number, show, showEntry, tell, count, UNKEPT, choose, tick, peek, go, step, nextOpen, end,
  draft: () => draft, setDraft: (made) => { draft = made; },
});
