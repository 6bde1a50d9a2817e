// On paper everything is open but the reasons of a link, which print where the reader opened them.
const { arrange, unfold } = report.articles;
let opened = [];
addEventListener("beforeprint", () => {
  opened = all("details:not([open])").filter((details) => !details.closest(".bond"));
  for (const details of opened) details.open = true;
  unfold();
});
addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
  arrange();
});
