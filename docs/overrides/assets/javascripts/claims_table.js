// Sorting and filtering for tables of proofs. Without this script they are complete tables all the same.
(() => {
  const cell = (row, column) => row.cells[column].textContent.trim();

  const sortable = (table, head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const wasAscending = head.getAttribute("aria-sort") === "ascending";
      table.querySelectorAll("th").forEach(header => header.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", wasAscending ? "descending" : "ascending");
      const rows = [...table.tBodies[0].rows].sort((a, b) => cell(a, column).localeCompare(cell(b, column)));
      table.tBodies[0].append(...(wasAscending ? rows.reverse() : rows));
    });
  };

  const filterable = (table, bar) => {
    const [input, select] = [bar.querySelector("input"), bar.querySelector("select")];
    const apply = () => {
      const query = input.value.toLowerCase();
      for (const row of table.tBodies[0].rows) {
        const verdict = !select.value || row.querySelector(`[data-verdict="${select.value}"]`);
        row.hidden = !(verdict && row.textContent.toLowerCase().includes(query));
      }
    };
    input.addEventListener("input", apply);
    select.addEventListener("change", apply);
  };

  for (const table of document.querySelectorAll("table.nd-claims")) {
    [...table.tHead.rows[0].cells].forEach((head, column) => sortable(table, head, column));
    const bar = table.parentElement.previousElementSibling;
    if (bar?.classList.contains("nd-filter")) filterable(table, bar);
  }
})();
