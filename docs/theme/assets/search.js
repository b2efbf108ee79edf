// Search over every section of the site. It looks for the letters themselves, anywhere in a word, so error messages,
// addresses, options and parts of Japanese compounds are all found; rare words count most, so that of a pasted message
// the words that were the reader's own do no harm. Loaded when a reader first searches; works from a folder, too.
(() => {
  const said = JSON.parse(document.getElementById("nd-words").textContent);
  const base = document.body.dataset.base;
  const dialog = document.getElementById("nd-search");
  const input = document.getElementById("nd-query");
  const list = document.getElementById("nd-found");
  const state = dialog.querySelector(".nd-search-state");
  const plain = text => text.normalize("NFKC").toLowerCase();
  const entries = window.ndIndex.map(([url, page, heading, text]) => ({
    url, page, heading, text, pages: plain(page), headings: plain(heading), texts: plain(text),
  }));
  const MOST = 25;

  const variants = word => {
    const stem = /^[a-z]{4,}$/.test(word) ? word.replace(/(ies|es|s|ing|ed)$/, "") : word;
    return stem.length > 2 && stem !== word ? [word, stem] : [word];
  };
  const weigh = (text, word, most) => {
    const at = text.indexOf(word);
    if (at < 0) return 0;
    const whole = !/[\p{L}\p{N}]/u.test(text[at - 1] ?? " ");
    return whole ? most : most * 0.6;
  };
  const best = (entry, word) => Math.max(...variants(word).map((form, n) =>
    (weigh(entry.headings, form, 6) + weigh(entry.pages, form, 3) + weigh(entry.texts, form, 2)) * (n ? 0.8 : 1)));

  const find = query => {
    const phrase = plain(query).trim();
    const words = [...new Set(phrase.split(/[\s\u3000]+/).filter(Boolean))];
    if (!words.length) return [];
    const rows = entries.map(entry => words.map(word => best(entry, word)));
    const rarity = words.map((_, n) => Math.log(1 + entries.length / (1 + rows.filter(row => row[n]).length)));
    const scored = rows.map((row, n) => {
      const entry = entries[n], matched = row.filter(Boolean).length;
      let score = row.reduce((sum, weight, word) => sum + weight * rarity[word], 0) * (matched / words.length) ** 2;
      if (entry.headings.includes(phrase)) score *= 3;
      else if (words.length > 1 && entry.texts.includes(phrase)) score *= 2;
      if (entry.url.startsWith("contribute/")) score *= 0.5; // for another kind of reader
      return { entry, matched, score };
    }).filter(one => one.score > 0);
    const complete = scored.filter(one => one.matched === words.length);
    return (complete.length ? complete : scored).sort((a, b) => b.score - a.score).map(one => ({ ...one.entry, words, phrase }));
  };

  const marked = (text, words) => {
    const forms = words.flatMap(variants).map(word => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const parts = text.split(new RegExp(`(${forms.join("|")})`, "gi"));
    return parts.map((part, n) => n % 2 ? Object.assign(document.createElement("mark"), { textContent: part }) : part);
  };
  const excerpt = ({ text, texts, words, phrase }) => {
    const places = (texts.includes(phrase) ? [phrase] : words.flatMap(variants)).map(word => texts.indexOf(word)).filter(at => at >= 0);
    const start = places.length ? Math.max(0, Math.min(...places) - 40) : 0;
    return (start ? "… " : "") + text.slice(start, start + 180);
  };
  const address = url => {
    const [path, fragment] = url.split("#");
    const file = location.protocol === "file:" ? "index.html" : "";
    return `${base}/${path}${file}${fragment ? "#" + fragment : ""}`;
  };

  const show = () => {
    const found = find(input.value);
    state.textContent = !input.value.trim() ? "" : found.length ? said.found.replace("{count}", found.length > MOST ? `${MOST}+` : found.length) : said.nothing;
    list.replaceChildren(...found.slice(0, MOST).map(one => {
      const link = document.createElement("a");
      link.href = address(one.url);
      const title = document.createElement("strong");
      title.append(...marked(one.heading || one.page, one.words));
      const where = Object.assign(document.createElement("small"), { textContent: one.heading ? one.page : "" });
      const text = document.createElement("p");
      text.append(...marked(excerpt(one), one.words));
      link.append(title, where, text);
      const item = document.createElement("li");
      item.append(link);
      return item;
    }));
    list.scrollTop = 0;
  };

  input.addEventListener("input", show);
  dialog.addEventListener("keydown", event => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const to = { ArrowDown: links[at + 1] ?? links[0], ArrowUp: at > 0 ? links[at - 1] : input }[event.key];
    if (event.key === "Enter" && document.activeElement === input) { event.preventDefault(); links[0]?.click(); }
    if (to) { event.preventDefault(); to.focus(); }
  });
  dialog.addEventListener("click", event => { if (event.target === dialog || event.target.closest("a")) dialog.close(); });

  window.ndSearch = () => { dialog.showModal(); input.select(); };
  window.ndFind = find;

  // On the page for addresses that lead nowhere: the pages whose addresses are most like the one asked for
  const nearest = document.getElementById("nd-nearest");
  if (nearest) {
    const pairs = text => new Set([...text.toLowerCase()].slice(1).map((letter, n) => text[n].toLowerCase() + letter));
    const asked = pairs(location.pathname.replace(/\.\w+$/, ""));
    const near = new Map();
    for (const { url, page } of entries) {
      const path = url.split("#")[0], own = pairs(`/${path}`);
      const share = [...own].filter(pair => asked.has(pair)).length * 2 / (own.size + asked.size);
      if (path && share > 0.45) near.set(path, [share, page]);
    }
    const ranked = [...near].sort((a, b) => b[1][0] - a[1][0]).slice(0, 4);
    nearest.querySelector("ul").append(...ranked.map(([path, [, page]]) => {
      const item = document.createElement("li");
      item.append(Object.assign(document.createElement("a"), { href: address(path), textContent: page }));
      return item;
    }));
    nearest.hidden = !ranked.length;
  } else window.ndSearch();
})();
