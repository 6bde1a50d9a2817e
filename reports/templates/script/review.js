// A review begins and ends; keys and buttons.
const { state, links, decided, keep, load, written, fault, take } = report.review;
const { root, comment, number, tell, show, count } = report.review;
const { change, undo, redo, choose, tick, peek, step, nextOpen, end, add } = report.review;
const [help, quit] = [one(".rv-help"), one(".rv-quit")];
const starter = one(".rv-start button");
const nameField = one(".rv-name input", root);
const picker = one('input[type="file"]', root);

function begin() {
  state.reviewing = true;
  root.hidden = false;
  document.documentElement.classList.add("reviewing");
  keep();
  tell(report.review.isKept() ? "" : report.review.UNKEPT);
  end();
  root.focus();
  return true;
}

function leave() {
  const open = links.size - decided();
  if (!open) { close(); return; }
  one(".rv-left", quit).textContent = count(open, "link") + (open === 1 ? " is" : " are") + " not decided.";
  quit.showModal();
}

function close() {
  Object.assign(state, { reviewing: false, opened: true });
  keep();
  end();
  root.hidden = true;
  document.documentElement.classList.remove("reviewing");
  starter.focus();
}

function turn(done, words) {
  const moved = done();
  if (moved) end();
  tell(moved ? words : "Nothing to " + (done === undo ? "undo." : "redo."));
}

function stop() {
  end();
  tell("");
}

// The file.
function save() {
  const file = new Blob([JSON.stringify(written(), null, 2) + "\n"], { type: "application/json" });
  const name = state.reviewer.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = "decisions" + (name ? "-" + name : "") + ".json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  tell(count(state.decisions.size, "decision") + " written to " + link.download + ".");
}

function parsed(text) {
  try { return JSON.parse(text.replace(/^\ufeff/, "")); } catch (error) { return undefined; }
}

async function bring(file) {
  const found = parsed(await file.text());
  const wrong = found === undefined ? "This file is no JSON." : fault(found);
  if (wrong) { tell(wrong); return; }
  let came;
  change(() => { came = take(found); });
  if (!state.reviewer) rename(found.reviewer);
  keep();
  end();
  tell(arrived(came, found.reviewer));
}

function arrived({ came, older, lost }, reviewer) {
  const by = reviewer && reviewer !== state.reviewer ? " by " + reviewer + "; they count as yours now" : "";
  return count(came, "decision") + " came in" + by + "."
    + (older ? " " + older + " not later than what is here." : "")
    + (lost ? " " + lost + " match" + (lost === 1 ? "es" : "") + " nothing here; see the list below." : "");
}

function rename(name) {
  state.reviewer = name;
  nameField.value = name;
}

// Buttons and keys do the same.
const field = (node) => { node.focus(); if (node.select) node.select(); };
const write = () => (comment.disabled ? tell("Decide first, then comment.") : field(comment));
const dialogs = () => all("dialog[open]");
const DO = {
  write: save, read: () => picker.click(), help: () => help.showModal(), leave, quit: () => { quit.close(); close(); },
  close: () => dialogs().forEach((dialog) => dialog.close()),
  back: () => step(-1), on: () => step(1), open: nextOpen, add, peek,
  undo: () => turn(undo, "Undone."), redo: () => turn(redo, "Done again."), comment: write, number: () => field(number),
  escape: () => (report.review.draft() ? stop() : leave()),
};
const KEYS = {
  m: "comment", g: "number", l: "add", v: "peek", z: "undo", Z: "redo", y: "redo", "?": "help", Escape: "escape",
  j: "on", ArrowRight: "on", k: "back", ArrowLeft: "back", " ": "open", Enter: "open",
};
const keyFor = (node) => node.getAttribute("aria-keyshortcuts");
const choices = new Map(all("[data-choice]", root).map((node) => [keyFor(node), node.dataset.choice]));
const aspects = all("[data-aspect]", root).map((node) => node.dataset.aspect);

// The letter on the key, also where the keyboard writes another alphabet.
function keyOf(event) {
  const latin = /^[\x20-\x7e]$|^.{2,}$/.test(event.key) || !/^Key[A-Z]$/.test(event.code);
  const letter = latin ? event.key : event.code.slice(3).toLowerCase();
  return event.shiftKey && letter === "z" ? "Z" : letter;
}

const isField = (node) => node.matches("input, textarea, select") || node.isContentEditable;
const isButton = (node) => node.matches("button, a, summary");

function act(key) {
  if (choices.has(key)) choose(choices.get(key));
  else if (/^[1-9]$/.test(key) && aspects[key - 1]) tick(aspects[key - 1]);
  else if (KEYS[key]) DO[KEYS[key]]();
  else return false;
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const key = keyOf(event);
  if (dialogs().length) { if (key === "?") { event.preventDefault(); DO.close(); } return; }
  if (isField(event.target)) { if (state.reviewing) out(event); return; }
  if (isButton(event.target) && (key === " " || key === "Enter")) return;
  if (state.reviewing ? act(key) : key === "r" && begin()) event.preventDefault();
});

// Out of a field, back to the keys.
function out(event) {
  if (event.key !== "Escape" && !(event.key === "Enter" && [comment, number, nameField].includes(event.target))) return;
  event.preventDefault();
  event.target.blur();
  root.focus({ preventScroll: true });
}

for (const node of [root, help, quit]) {
  node.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.choice) choose(button.dataset.choice);
    if (button.dataset.aspect) tick(button.dataset.aspect);
    if (button.dataset.do) DO[button.dataset.do]();
    if (event.detail && document.activeElement === button) root.focus({ preventScroll: true });
  });
}
picker.addEventListener("change", () => {
  if (picker.files[0]) bring(picker.files[0]);
  picker.value = "";
});
nameField.addEventListener("input", () => { state.reviewer = nameField.value; keep(); });
starter.addEventListener("click", begin);
addEventListener("storage", (event) => {
  if (!event.key || !event.key.startsWith("compare review")) return;
  const { reviewing } = state;
  load();
  state.reviewing = reviewing;
  if (reviewing) show();
});
addEventListener("beforeprint", () => { if (state.reviewing) { state.opened = true; keep(); } });

load();
nameField.value = state.reviewer;
const item = document.createElement("li");
item.className = "rv-start";
one(".rv-start").remove();
item.append(starter);
one(".sections ol").append(item);
if (state.reviewing || location.hash === "#review") begin();
