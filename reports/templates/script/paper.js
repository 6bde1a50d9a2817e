// On paper everything is open but the reasons of a link, which print where the reader opened them.
const { tabs, panels, show } = report.articles;
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
