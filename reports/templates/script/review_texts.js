// The two passages: each article in full and without any mark of a verdict, at the claim in question.
const { claims } = report.review;
const made = new Map(); // id of an article -> its paragraphs

// Words only: what a verdict left in the annotated article stays behind.
function plain(from, into) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) into.append(node.data);
    else if (node.nodeType === Node.ELEMENT_NODE && !node.matches("sup, .vh, .claim i, [aria-hidden]")) {
      plain(node, node.dataset.claim ? into.appendChild(claimSpan(node.dataset.claim)) : into);
    }
  }
  return into;
}

function claimSpan(id) {
  const span = document.createElement("span");
  span.className = "rv-claim";
  span.dataset.claim = id;
  return span;
}

function paragraphs(article) {
  if (!made.has(article)) {
    const found = all('.text > [class^="p-"]', document.getElementById("a-" + article));
    made.set(article, found.map((from) => {
      const paragraph = document.createElement("p");
      paragraph.className = from.className;
      paragraph.dir = "auto";
      return plain(from, paragraph);
    }));
  }
  return made.get(article);
}

// A claim that stands within another one is not in the text by itself: it is put above.
function above(claim) {
  const paragraph = document.createElement("p");
  paragraph.dir = "auto";
  paragraph.append(claimSpan(claim.id));
  paragraph.firstChild.append(claim.text);
  return paragraph;
}

// One side shows an article, and marks a claim of it where there is one.
function put(side, article, id) {
  const text = one(".rv-text", side);
  const parts = paragraphs(article.id);
  const marked = parts.flatMap((part) => all(".rv-claim", part)).filter((node) => node.dataset.claim === id);
  const head = id && !marked.length ? [above(claims.get(id))] : [];
  one(".rv-label", side).textContent = article.label;
  text.replaceChildren(...head, ...parts);
  for (const node of all(".now", text)) node.classList.remove("now");
  for (const node of head.length ? all(".rv-claim", head[0]) : marked) node.classList.add("now");
  for (const node of all(".rv-claim.now", text)) node.closest("p").classList.add("now");
  text.scrollTop = 0;
  bring(text);
}

// Scrolls as far as it takes to see the claim.
function bring(text) {
  const marked = one(".rv-claim.now", text);
  if (!marked) return;
  const box = marked.getBoundingClientRect(), frame = text.getBoundingClientRect();
  if (box.top >= frame.top && box.bottom <= frame.bottom) return;
  text.scrollTop += box.top - frame.top - Math.max(0, (frame.height - box.height) / 3);
}

Object.assign(report.review, { put, bring });
