// What is reviewed: the claims, their words, and the pairs that were linked.
const data = JSON.parse(one("#review-data").textContent);
const articles = data.articles.map(([id, sha256, label]) => ({ id, sha256, label }));
const claims = new Map(data.claims.map(([id, article, start, end, text]) =>
  [id, { id, article: articles[article], start, end, text }]));
const idOf = (number) => data.claims[number][0];

// A pair is known by its two claims in any order, so that a decision finds it whoever linked it.
const keyOf = (a, b) => JSON.stringify([a, b].sort());
const links = new Map(data.links.map(([id, from, to, verdict, sure]) => {
  const [left, right] = [idOf(from), idOf(to)];
  return [keyOf(left, right), { id, left, right, verdict: data.verdicts[verdict], sure }];
}));

function pairOf(key) {
  if (links.has(key)) return links.get(key);
  const label = (id) => claims.get(id).article.label;
  const [left, right] = JSON.parse(key).sort((a, b) => (label(a) < label(b) ? -1 : 1));
  return { id: null, left, right };
}

const printed = new Map();
for (const node of all(".text .claim")) {
  printed.set(node.dataset.claim, (printed.get(node.dataset.claim) || "") + one("bdi", node).textContent);
}
for (const claim of claims.values()) claim.text = claim.text || printed.get(claim.id) || "";

report.review = { signature: data.signature, articles, claims, links, keyOf, pairOf };
