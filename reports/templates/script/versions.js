// The side panel: how the others tell the chosen claim. It copies what the grid holds.
const panel = one(".versions");
const body = one(".versions-body", panel);

function paragraph(text, name) {
  const made = document.createElement("p");
  made.className = name;
  made.textContent = text;
  return made;
}

function bondOf(row, a, b) {
  return all(".bond", row).find((bond) =>
    (bond.dataset.left === a && bond.dataset.right === b) || (bond.dataset.left === b && bond.dataset.right === a));
}

function version(row, chosen, quote) {
  const made = document.createElement("div");
  made.className = "version";
  const bond = bondOf(row, chosen, quote.dataset.claim);
  for (const part of bond ? all("summary > .chip, summary > .aspects, summary > .sure", bond) : []) {
    made.append(part.cloneNode(true), " ");
  }
  made.append(quote.cloneNode(true));
  return made;
}

function told(row, chosen, cell) {
  const own = all(".quote", cell);
  const beyond = all(".elsewhere", cell);
  const linked = beyond.filter((quote) => bondOf(row, chosen, quote.dataset.claim));
  return own.concat(own.length ? linked : beyond);
}

function versions(row, chosen) {
  const made = [];
  for (const cell of Array.from(row.rows[0].cells).slice(1)) {
    if (all(".quote", cell).some((quote) => quote.dataset.claim === chosen)) continue;
    const quotes = told(row, chosen, cell).map((quote) => version(row, chosen, quote));
    made.push(paragraph(one(".who", cell).textContent, "who"));
    made.push(...(quotes.length ? quotes : [paragraph("not mentioned", "quiet")]));
  }
  return made;
}

function choose(link) {
  const chosen = link.dataset.claim;
  const row = document.getElementById(link.getAttribute("href").slice(1));
  for (const other of all(".claim.chosen")) other.classList.remove("chosen");
  for (const part of all(".claim")) if (part.dataset.claim === chosen) part.classList.add("chosen");
  body.replaceChildren(...versions(row, chosen));
  one(".versions-more a", panel).setAttribute("href", link.getAttribute("href"));
  panel.hidden = false;
  one(".reader").classList.add("beside");
}

function close() {
  const chosen = one(".claim.chosen");
  for (const other of all(".claim.chosen")) other.classList.remove("chosen");
  panel.hidden = true;
  one(".reader").classList.remove("beside");
  if (chosen) chosen.focus();
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
  if (event.key === "Escape" && !panel.hidden) close();
});
