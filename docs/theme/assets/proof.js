// Sorting and filtering for tables of proofs. Without this script they are complete tables all the same.
(() => {
  const text = document.documentElement.lang === "ja"
    ? { find: "絞り込み", all: "すべて", sort: "並べ替え" }
    : { find: "Filter", all: "all results", sort: "Sort by" };

  const cell = (row, column) => row.cells[column].textContent.trim();

  const sortable = (table, head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.title = `${text.sort} ${head.textContent}`;
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      table.querySelectorAll("th").forEach(other => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const rows = [...table.tBodies[0].rows].sort((a, b) => cell(a, column).localeCompare(cell(b, column)));
      table.tBodies[0].append(...(down ? rows.reverse() : rows));
    });
  };

  const filterable = table => {
    const bar = document.createElement("p");
    bar.className = "nd-filter";
    const input = Object.assign(document.createElement("input"), { type: "search", placeholder: text.find });
    input.setAttribute("aria-label", text.find);
    const choice = document.createElement("select");
    choice.setAttribute("aria-label", text.all);
    const kinds = new Map([["", text.all]]);
    table.querySelectorAll("td[data-verdict]").forEach(td => kinds.set(td.dataset.verdict, td.innerText.split("\n")[0].slice(2)));
    choice.append(...[...kinds].map(([value, label]) => new Option(label, value)));
    const apply = () => {
      const wanted = input.value.toLowerCase();
      for (const row of table.tBodies[0].rows) {
        const verdict = !choice.value || row.querySelector(`[data-verdict="${choice.value}"]`);
        row.hidden = !(verdict && row.textContent.toLowerCase().includes(wanted));
      }
    };
    input.addEventListener("input", apply);
    choice.addEventListener("change", apply);
    bar.append(input, " ", choice);
    table.parentElement.before(bar);
  };

  const start = () => document.querySelectorAll("table.nd-proof").forEach(table => {
    [...table.tHead.rows[0].cells].forEach((head, column) => sortable(table, head, column));
    if (table.tBodies[0].rows.length > 8) filterable(table);
  });

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
