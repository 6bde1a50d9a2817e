// Deep links reach rows that a filter hides, claims behind another tab, and notes that are switched off.
function reveal() {
  let id;
  try { id = decodeURIComponent(location.hash.slice(1)); } catch (error) { return; }
  const target = id && document.getElementById(id);
  if (!target) return;
  if (report.rows.includes(target)) target.hidden = false;
  const at = report.articles.panelOf(target);
  if (at >= 0) report.articles.show(at);
  if (target.matches(".absent")) report.articles.showNotes(true);
  target.scrollIntoView();
}
addEventListener("hashchange", reveal);
document.addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest('a[href^="#"]');
  if (link && !event.defaultPrevented) setTimeout(reveal);
});
reveal();
