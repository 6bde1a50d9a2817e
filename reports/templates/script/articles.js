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

report.articles = { tabs, panels, panelOf, show };
