// The grid: bars, links by number, filters, search, order.
const table = one("table.grid");
const rows = all("tbody.row", table);
const first = rows.slice(); // by importance, as the page was written

for (const quote of all(".quote", table)) quote.dataset.claim = one("p > a", quote).hash.slice(3);

// Bars of what adds up, from the weights as written; they are drawn where a reader opens a link.
const SVG = "http://www.w3.org/2000/svg";

function bar(parent, name, from, width) {
  const made = document.createElementNS(SVG, "rect");
  made.setAttribute("class", name);
  made.setAttribute("x", from.toFixed(1) + "%");
  if (width !== undefined) made.setAttribute("width", width.toFixed(1) + "%");
  parent.append(made);
}

function line(name, detail, weight) {
  const made = document.createElement("li");
  const [said, weighed] = [document.createElement("bdi"), document.createElement("b")];
  said.textContent = detail;
  weighed.textContent = weight;
  made.append(name, " ", said, " ", weighed);
  return made;
}

const legend = all(".legend li").map((name) => name.textContent);
const named = (letter) => (letter.length === 1 && legend[letter.charCodeAt(0) - 97]) || letter;

function part(parts) { // what was written on one line with letters, a line each with its name
  const steps = parts.textContent.split("; ").map((step) => step.match(/^(.*?) (\S+?)(?: ([+−]\S+))?$/).slice(1))
    .map(([letter, value, weight]) => [named(letter), value, weight || "0.0"]);
  const still = steps.filter((step) => step[2] === "0.0");
  parts.before(...steps.filter((step) => !still.includes(step)).map((step) => line(...step)));
  const rest = line(still.map((step) => step[0] + " " + step[1]).join(", "), "", "0.0");
  rest.className = "still";
  if (still.length) parts.before(rest);
  parts.remove();
}

function draw(fall) {
  all(".parts", fall).forEach(part);
  const steps = all("li:not(.still, .sum)", fall);
  const ends = [0];
  for (const step of steps) ends.push(ends.at(-1) + Number(one("b", step).textContent.replace("−", "-")));
  const low = Math.min(...ends), scale = 100 / (Math.max(...ends) - low || 1);
  steps.forEach((step, at) => {
    const [from, to] = [ends[at], ends[at + 1]];
    const drawn = document.createElementNS(SVG, "svg");
    drawn.setAttribute("aria-hidden", "true");
    bar(drawn, to < from ? "takes" : "adds", (Math.min(from, to) - low) * scale, Math.abs(to - from) * scale);
    bar(drawn, "zero", -low * scale);
    step.append(drawn);
  });
  fall.classList.add("drawn");
}

report.draw = (box) => all(".fall:not(.drawn)", box).forEach(draw);

// Of a link between two rows the steps were written in one; the other borrows them.
function borrow(bond) {
  const lender = one(".why > a", bond);
  if (!lender) return;
  const { left, right } = bond.dataset;
  const row = document.getElementById(lender.getAttribute("href").slice(1));
  const steps = one(`.bond[data-left="${left}"][data-right="${right}"] .why`, row);
  one(".why", bond).replaceChildren(...steps.cloneNode(true).children);
}

table.addEventListener("toggle", (event) => {
  const bond = event.target.parentNode;
  if (!event.target.open || !bond.matches(".bond")) return;
  borrow(bond);
  report.draw(bond);
}, true);

// Which claims a link joins is written by their places in the row; links by number get, on pointing, names too.
function join(row) {
  const claims = all("[data-claim]", row.rows[0]);
  for (const item of all(".bond, .kind li", row)) {
    const [left, right] = (item.dataset.ends || item.textContent).match(/\d+/g).map((place) => claims[place - 1]);
    item.className = "bond";
    Object.assign(item.dataset, { left: left.dataset.claim, right: right.dataset.claim });
  }
}
rows.forEach(join);

const source = (claim, row) => one(".who", one(`[data-claim="${claim}"]`, row).closest("td")).textContent;
table.addEventListener("pointerover", (event) => {
  const item = event.target.closest(".kind .bond:not([title])");
  if (item) item.title = [item.dataset.left, item.dataset.right].map((end) => source(end, item.closest("tbody"))).join(" – ");
});

report.verdict = (bond) => { // copies of what a link is called, differs in, and how sure it is
  const kind = bond.closest(".kind");
  const parts = kind ? all("p > .chip, p > .aspects", kind) : all("summary > .chip, summary > .aspects, summary > .sure", bond);
  const copies = parts.map((part) => part.cloneNode(true));
  if (!kind) return copies;
  const sure = document.createElement("span");
  sure.className = "sure";
  sure.textContent = bond.textContent.replace(/^\S+ /, "");
  return [...copies, sure];
};

// Filters.
const form = one(".filters");
const nothing = one(".nothing");
const field = (name) => form.elements.namedItem(name);
const value = (name) => field(name).value.trim();
const texts = (selector, root) => all(selector, root).map((node) => node.textContent);
const lower = (texts) => texts.join("\n").toLocaleLowerCase();
const listed = (text, by) => text ? text.split(by) : [];
const manners = (row) => (row.dataset.manners || "asserted").split(" ");
const known = new Map();

function read(row) {
  if (!known.has(row)) {
    known.set(row, {
      standing: one(".chip", row).textContent,
      words: lower(texts(".quote > p:first-child, .elsewhere", row)),
      speakers: lower(texts(".quote .about bdi", row)),
      kinds: listed(row.dataset.kinds, ",").map((kind) => kind.split(" ")),
    });
  }
  return known.get(row);
}

function wanted() {
  const asked = { find: value("find").toLocaleLowerCase(), speaker: value("speaker").toLocaleLowerCase() };
  for (const name of ["standing", "relation", "aspect", "source", "manner"]) asked[name] = value(name);
  asked.alone = field("alone").checked || asked.standing === "single source"
    || Boolean(asked.find || asked.speaker || asked.source || asked.manner);
  return asked;
}

function fits(row, asked) {
  const { told, alone } = row.dataset;
  const has = (kind) => (!asked.relation || kind[0] === asked.relation)
    && (!asked.aspect || kind.indexOf(asked.aspect) > 0);
  return (asked.alone || alone === undefined)
    && (!asked.standing || read(row).standing === asked.standing)
    && (!asked.manner || manners(row).includes(asked.manner))
    && (!asked.source || (told[asked.source.slice(1)] === "1") === (asked.source[0] === "+"))
    && ((!asked.relation && !asked.aspect) || read(row).kinds.some(has))
    && (!asked.speaker || read(row).speakers.includes(asked.speaker))
    && (!asked.find || read(row).words.includes(asked.find));
}

function filter() {
  const asked = wanted();
  let shown = 0;
  for (const row of rows) {
    const fit = fits(row, asked);
    if (row.hidden === fit) row.hidden = !fit;
    shown += fit ? 1 : 0;
  }
  one(".shown", form).textContent = shown + " of " + rows.length + " points shown";
  nothing.hidden = shown > 0;
  keep();
}

// Order.
let ordered = "";

function rank(row, by) {
  const at = by === "sharpest" ? row.dataset.sharpest : row.dataset.places.split(",")[by];
  return at === "" ? Infinity : Number(at);
}

function order() {
  const by = value("order");
  if (by === ordered) return;
  ordered = by;
  const at = new Map(first.map((row) => [row, by === "" ? 0 : rank(row, by)]));
  table.append(...first.slice().sort((a, b) => at.get(a) - at.get(b) || 0));
}

// What was chosen outlives a reload of the page, as far as the browser lets a file keep anything.
const kept = "filters of " + location.pathname;

function keep() {
  try { sessionStorage.setItem(kept, JSON.stringify(Object.fromEntries(new FormData(form)))); } catch (error) { /* not let */ }
}

function restore() {
  let chosen = {};
  try { chosen = JSON.parse(sessionStorage.getItem(kept)) || {}; } catch (error) { /* not let */ }
  for (const [name, value] of Object.entries(chosen)) {
    const control = field(name);
    if (!control) continue;
    if (control.type === "checkbox") control.checked = true;
    else control.value = value;
    if (control.selectedIndex === -1) control.selectedIndex = 0;
  }
}

function offer(list, values) {
  for (const text of new Set(values)) list.append(new Option(text, text));
}

offer(field("aspect"), rows.flatMap((row) => listed(row.dataset.kinds, ",").flatMap((kind) => kind.split(" ").slice(1))).sort());
offer(field("manner"), rows.flatMap(manners).sort());
offer(one("datalist", form), texts(".quote .about bdi", table).sort());

const answer = () => { order(); filter(); };
form.hidden = false;
form.addEventListener("input", filter);
form.addEventListener("change", order);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(answer));
one("button", nothing).addEventListener("click", () => { form.reset(); field("find").focus(); });
restore();
answer();

for (const link of all("a.told", table)) link.title = "Link to this row";
report.rows = rows;
