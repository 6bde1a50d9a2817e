"use strict";
(function () {
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const one = (selector, root) => (root || document).querySelector(selector);
  document.documentElement.classList.add("js");

  // The grid: filters, search, order.
  const form = one(".filters");
  const table = one("table.grid");
  const rows = all("tbody.row", table);
  const first = rows.slice();
  const words = new Map(rows.map((row) => [row, all("blockquote p:first-child, .elsewhere p:first-child", row)
    .map((said) => said.textContent).join("\n").toLocaleLowerCase()]));
  const field = (name) => form.elements.namedItem(name);

  function fits(row) {
    const find = field("find").value.trim().toLocaleLowerCase();
    const standing = field("standing").value;
    const relation = field("relation").value;
    const source = field("source").value;
    const alone = field("alone").checked || standing === "single source" || source !== "" || find !== "";
    return (alone || !row.hasAttribute("data-alone"))
      && (!standing || row.dataset.standing === standing)
      && (!relation || row.dataset.relations.split(" ").includes(relation))
      && (!source || (row.dataset.told[Number(source.slice(1))] === "1") === (source[0] === "+"))
      && words.get(row).includes(find);
  }

  function filter() {
    let shown = 0;
    for (const row of rows) {
      row.hidden = !fits(row);
      shown += row.hidden ? 0 : 1;
    }
    one(".shown", form).textContent = shown + " of " + rows.length + " points shown";
  }

  function place(row, column) {
    const at = row.dataset.places.split(",")[column];
    return at === "" ? Infinity : Number(at);
  }

  function order() {
    const column = field("order").value;
    const sorted = first.slice();
    if (column !== "") {
      sorted.sort((a, b) => {
        const x = place(a, column), y = place(b, column);
        return x === y ? first.indexOf(a) - first.indexOf(b) : x - y;
      });
    }
    table.append(...sorted);
  }

  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("change", () => { order(); filter(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { order(); filter(); }));
  order();
  filter();

  // The articles: one at a time, behind tabs.
  const tabs = all('[role="tab"]');
  const panels = tabs.map((tab) => document.getElementById(tab.getAttribute("aria-controls")));
  const panelOf = (node) => panels.findIndex((panel) => panel.contains(node));

  function show(number) {
    tabs.forEach((tab, at) => {
      tab.setAttribute("aria-selected", String(at === number));
      tab.tabIndex = at === number ? 0 : -1;
      panels[at].hidden = at !== number;
    });
  }

  tabs.forEach((tab, at) => {
    panels[at].setAttribute("role", "tabpanel");
    panels[at].setAttribute("aria-labelledby", tab.id);
    one("details", panels[at]).open = true;
    tab.addEventListener("click", () => show(at));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const next = (at + step + tabs.length) % tabs.length;
      show(next);
      tabs[next].focus();
    });
  });
  one(".tabs").hidden = false;
  show(0);

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

  // Deep links reach rows that a filter hides and claims behind another tab.
  function reveal() {
    let id;
    try { id = decodeURIComponent(location.hash.slice(1)); } catch (error) { return; }
    const target = id && document.getElementById(id);
    if (!target) return;
    if (rows.includes(target)) target.hidden = false;
    const at = panelOf(target);
    if (at >= 0) show(at);
    target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest('a[href^="#"]');
    if (link && !event.defaultPrevented) setTimeout(reveal);
  });
  reveal();

  // On paper everything is open but the reasons of a link, which print where the reader opened them.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("details:not([open])").filter((details) => !details.closest(".bond"));
    for (const details of opened) details.open = true;
    for (const article of panels) article.hidden = false;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    show(Math.max(0, tabs.findIndex((tab) => tab.getAttribute("aria-selected") === "true")));
  });
})();
