// The file of decisions: written, read, and held against the pairs of this report.
const { signature, articles, claims, links, keyOf, pairOf, state, isSplit } = report.review;
const CHOICES = all("[data-choice]").map((button) => button.dataset.choice);
const ASPECTS = all("[data-aspect]").map((button) => button.dataset.aspect);
const isText = (value) => typeof value === "string";
const isFlag = (value) => typeof value === "boolean";
const isThing = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

function sideOf(id) {
  const { article, start, end, text } = claims.get(id);
  return { claim: id, article: article.id, start, end, text };
}

function recordOf([key, { decision, aspects, comment, peeked, added, time }]) {
  const { id, left, right } = pairOf(key);
  const sorted = ASPECTS.filter((aspect) => aspects.includes(aspect));
  return { link: id, left: sideOf(left), right: sideOf(right), decision, aspects: sorted, comment, peeked, added, time };
}

function written() {
  const named = new Set(state.unmatched.flatMap((record) => [record.left.article, record.right.article]));
  const own = new Set(articles.map((article) => article.id));
  const others = Array.from(state.others.values()).filter(({ id }) => named.has(id) && !own.has(id));
  return {
    format: 1,
    kind: "compare decisions",
    reviewer: state.reviewer,
    made: new Date().toISOString(),
    signature,
    articles: [...articles, ...others],
    decisions: Array.from(state.decisions).map(recordOf),
    unmatched: state.unmatched,
  };
}

// What is wrong with a file, in one line; "" where nothing is.
function fault(file) {
  if (!isThing(file) || file.kind !== "compare decisions") return "This is no file of decisions.";
  const format = String(JSON.stringify(file.format)).slice(0, 20);
  if (format !== "1") return "This file has format " + format + "; this report reads format 1.";
  if (!isText(file.reviewer)) return "The file does not say who reviewed.";
  const { articles: told, decisions, unmatched = [] } = file;
  if (!Array.isArray(told) || !told.every(isArticle)) return "The list of articles cannot be read.";
  if (!Array.isArray(decisions) || !Array.isArray(unmatched)) return "The file has no list of decisions.";
  for (const [number, record] of [...decisions, ...unmatched].entries()) {
    const flaw = flawOf(record);
    if (flaw) return "Decision " + (number + 1) + " " + flaw + ".";
  }
  return "";
}

const isArticle = (article) => isThing(article) && [article.id, article.sha256, article.label].every(isText);
const isSide = (side) => isThing(side) && [side.claim, side.article, side.text].every((part) => part && isText(part))
  && Number.isInteger(side.start) && Number.isInteger(side.end) && side.start >= 0 && side.end > side.start;

function flawOf(record) {
  if (!isThing(record)) return "cannot be read";
  if (!isSide(record.left) || !isSide(record.right)) return "lacks one of its two claims";
  if (record.link !== null && !isText(record.link)) return "has a link that cannot be read";
  if (!CHOICES.includes(record.decision)) return "decides something unknown";
  if (!Array.isArray(record.aspects)) return "is not complete";
  if (!record.aspects.every((aspect) => ASPECTS.includes(aspect))) return "has an unknown aspect";
  if (!isText(record.comment) || !isFlag(record.peeked) || !isFlag(record.added)) return "is not complete";
  return isText(record.time) && !Number.isNaN(Date.parse(record.time)) ? "" : "has no time";
}

const alike = new Map();
for (const claim of claims.values()) {
  if (!alike.has(claim.text)) alike.set(claim.text, []);
  alike.get(claim.text).push(claim);
}

// The claim here that a side of a decision speaks of: by id, else by its words in the same article, else by its words.
function claimFor(side, from) {
  const same = alike.get(side.text) || [];
  if (same.some((claim) => claim.id === side.claim)) return side.claim;
  const of = (name) => same.filter((claim) => from && claim.article[name] === from[name]);
  const near = [of("sha256"), of("label"), same.length === 1 ? same : []].find((found) => found.length) || [];
  const nearest = near.slice().sort((a, b) => Math.abs(a.start - side.start) - Math.abs(b.start - side.start))[0];
  return nearest && nearest.id;
}

// Only what the format names, whatever else a file holds.
const copy = (value, names) => Object.fromEntries(names.map((name) => [name, value[name]]));
const SIDE = ["claim", "article", "start", "end", "text"];
const RECORD = ["link", "left", "right", "decision", "aspects", "comment", "peeked", "added", "time"];

function clean(found) {
  return {
    ...copy(found, RECORD),
    link: found.added ? null : found.link || null,
    left: copy(found.left, SIDE),
    right: copy(found.right, SIDE),
    aspects: ASPECTS.filter((aspect) => isSplit(found.decision) && found.aspects.includes(aspect)),
    time: new Date(found.time).toISOString(),
  };
}

// Decisions of a file come in, each where it is later than the one here.
function take(file) {
  const from = new Map(file.articles.map((article) => [article.id, article]));
  const count = { came: 0, older: 0, lost: 0 };
  for (const record of [...file.decisions, ...(file.unmatched || [])]) count[settle(clean(record), from)] += 1;
  return count;
}

function settle(record, from) {
  const [left, right] = [record.left, record.right].map((side) => claimFor(side, from.get(side.article)));
  if (!left || !right || claims.get(left).article === claims.get(right).article) return lose(record, from);
  const key = keyOf(left, right);
  const present = state.decisions.get(key);
  if (present && Date.parse(present.time) >= Date.parse(record.time)) return "older";
  const { decision, aspects, comment, peeked, added, time } = record;
  state.decisions.set(key, { decision, aspects, comment, peeked, added: added && !links.has(key), time });
  return "came";
}

const ends = (record) => keyOf(record.left.claim, record.right.claim);

function lose(record, from) {
  const present = state.unmatched.find((other) => ends(other) === ends(record));
  if (present && Date.parse(present.time) >= Date.parse(record.time)) return "lost";
  for (const side of [record.left, record.right]) {
    if (from.has(side.article)) state.others.set(side.article, copy(from.get(side.article), ["id", "sha256", "label"]));
  }
  state.unmatched = [...state.unmatched.filter((other) => other !== present), record];
  return "lost";
}

Object.assign(report.review, { written, fault, take });
