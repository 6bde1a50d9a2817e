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

report.rows = rows;
