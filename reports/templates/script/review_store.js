// The decisions, with undo and redo, kept in the browser where it allows that.
const { articles, claims, links, keyOf, pairOf } = report.review;
const place = "compare review 1 " + // format of what is kept there
  articles.map((article) => article.id).sort().join(" ");
const state = {
  reviewer: "",
  decisions: new Map(), // key of a pair -> what was decided
  unmatched: [], // decisions of other runs that fit no pair here
  others: new Map(), // articles that those speak of
  at: links.keys().next().value,
  seen: new Set(), // pairs whose verdict was shown
  opened: false, // whether the report with all verdicts was on show after the review began
  reviewing: false,
};
const past = [], future = [];
let kept = true;

const snapshot = () => ({ decisions: new Map(state.decisions), unmatched: state.unmatched, at: state.at });

function change(alter) {
  past.push(snapshot());
  if (past.length > 500) past.shift();
  future.length = 0;
  alter();
  keep();
}

function turn(from, to) {
  if (!from.length) return false;
  const { decisions, unmatched, at } = from.pop();
  to.push({ ...snapshot(), at });
  Object.assign(state, { decisions, unmatched, at });
  keep();
  return true;
}

function keep() {
  const { at, opened, reviewing } = state;
  const desk = { at, opened, reviewing, seen: Array.from(state.seen) };
  try {
    localStorage.setItem(place, JSON.stringify({ ...report.review.written(), desk }));
    kept = true;
  } catch (error) { kept = false; }
}

function load() {
  let found;
  try { found = JSON.parse(localStorage.getItem(place)); } catch (error) { kept = false; }
  if (!found || report.review.fault(found)) return;
  Object.assign(state, { reviewer: found.reviewer, decisions: new Map(), unmatched: [] });
  report.review.take(found);
  const { at, opened, reviewing, seen = [] } = found.desk || {};
  if (keys().includes(at)) state.at = at;
  Object.assign(state, { opened: opened === true, reviewing: reviewing === true, seen: new Set(seen) });
}

// Every pair to walk through: those linked, then the reviewer's own.
const keys = () => [...links.keys(), ...Array.from(state.decisions.keys()).filter((key) => !links.has(key))];
const decided = () => Array.from(links.keys()).filter((key) => state.decisions.has(key)).length;
const isSplit = (decision) => decision === "differ" || decision === "conflict"; // these alone have aspects
const seen = (key) => state.opened || state.seen.has(key);

// What is decided after the verdict was seen is told apart for good.
function decide(key, fields) {
  const fresh = { aspects: [], comment: "", added: !links.has(key), peeked: false };
  const now = { ...fresh, ...state.decisions.get(key), ...fields };
  const judged = "decision" in fields || "aspects" in fields;
  if (judged && links.has(key)) now.peeked = now.peeked || seen(key);
  if (!isSplit(now.decision)) now.aspects = [];
  state.decisions.set(key, { ...now, time: new Date().toISOString() });
}

addEventListener("beforeunload", (event) => {
  if (!kept && state.decisions.size) event.preventDefault();
});

Object.assign(report.review, {
  state, change, keep, load, keys, decided, isSplit, decide,
  undo: () => turn(past, future), redo: () => turn(future, past), isKept: () => kept,
});
