// A link to a day that is folded away opens what it lies in.
function unfold() {
  const day = one(`#timeline .day[id="${CSS.escape(location.hash.slice(1))}"]`);
  for (let box = day && day.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
}
addEventListener("hashchange", unfold);
unfold();
