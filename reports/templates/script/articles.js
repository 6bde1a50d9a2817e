// The articles: one at a time behind tabs, or two side by side, kept in step by their links.
const reader = one(".reader");
const texts = one(".texts", reader);
const tabs = all('[role="tab"]', one("#articles"));
const panels = tabs.map((tab) => document.getElementById(tab.getAttribute("aria-controls")));
const panelOf = (node) => panels.findIndex((panel) => panel.contains(node));
const picker = one(".second");
const listeners = []; // told when other articles are shown
let shown = 0, second = -1;

function arrange() {
  panels.forEach((panel, at) => {
    tabs[at].setAttribute("aria-selected", String(at === shown));
    tabs[at].tabIndex = at === shown ? 0 : -1;
    panel.hidden = at !== shown && at !== second;
    picker.options[at + 1].disabled = at === shown;
  });
  texts.classList.toggle("two", second >= 0);
  if (second >= 0) panels[shown].after(panels[second]);
  picker.value = second >= 0 ? second : "";
  for (const tell of listeners) tell();
}

function show(number) {
  if (number === shown || number === second) return;
  shown = number;
  arrange();
}

function beside(number) {
  second = number === shown ? -1 : number;
  arrange();
}

// On paper all of them stand in their own order.
function unfold() {
  texts.classList.remove("two");
  texts.append(...panels);
  for (const panel of panels) panel.hidden = false;
}

// A tab shows its article; where that stands on the other side, the two change places.
function turnTo(number) {
  if (number === shown) return;
  if (number === second) second = shown;
  shown = number;
  arrange();
}

tabs.forEach((tab, at) => {
  panels[at].setAttribute("aria-labelledby", tab.id);
  one("details", panels[at]).open = true;
  tab.addEventListener("click", () => turnTo(at));
  tab.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (at + step + tabs.length) % tabs.length;
    turnTo(next);
    tabs[next].focus();
  });
});

for (const link of all(".claim[id]", texts)) link.dataset.claim = link.id.slice(2);

// Each article is one stop of the Tab key; arrows go from claim to claim.
const stops = panels.map((panel) => all(".claim[id]", panel));

function stop(link) {
  for (const other of stops[panelOf(link)]) other.tabIndex = other === link ? 0 : -1;
}

function step(event) {
  const link = event.target.closest(".claim");
  if (!link || event.altKey || event.ctrlKey || event.metaKey) return;
  const claims = stops[panelOf(link)];
  const at = claims.findIndex((other) => other.dataset.claim === link.dataset.claim);
  const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  const next = { Home: claims[0], End: claims.at(-1) }[event.key] || (by && claims[at + by]);
  if (by) event.preventDefault();
  if (!next) return;
  event.preventDefault();
  next.focus({ preventScroll: second >= 0 });
  if (report.articles.isOpen()) report.articles.choose(next);
}

for (const link of all(".claim", texts)) link.tabIndex = -1;
for (const claims of stops) if (claims.length) claims[0].tabIndex = 0;
texts.addEventListener("focusin", (event) => { if (event.target.matches(".claim[id]")) stop(event.target); });
texts.addEventListener("keydown", step);

picker.addEventListener("change", () => beside(picker.value === "" ? -1 : Number(picker.value)));
const notes = one(".show-notes");
const showNotes = (shown) => {
  notes.checked = shown;
  reader.classList.toggle("bare", !shown);
};
showNotes(true);
notes.addEventListener("change", () => showNotes(notes.checked));
one(".tabs").hidden = false;
one(".reading-tools").hidden = false;
arrange();

report.articles = {
  panels, panelOf, show, showNotes, beside, arrange, unfold,
  pair: () => (second < 0 ? [] : [panels[shown], panels[second]]),
  onChange: (tell) => listeners.push(tell),
};
