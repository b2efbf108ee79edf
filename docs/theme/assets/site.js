// What pages do beyond being read: copy, remember a tab, explain a term, enlarge a picture, change the colours.
// Without this script they are complete pages all the same. Its words come from the page, in the page's language.
(() => {
  const said = JSON.parse(document.getElementById("nd-words").textContent);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (tag, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };
  const store = {
    get: key => { try { return localStorage.getItem(key); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* private window: not remembered */ } },
  };

  // A folder on a disk has no server to find index.html.
  if (location.protocol === "file:") {
    for (const link of all("a[href], link[rel=prev], link[rel=next]")) {
      const [path, fragment] = link.getAttribute("href").split("#");
      if (/(^|\/)\.{0,2}$|\/$/.test(path) && path) link.setAttribute("href", path.replace(/\/?$/, "/index.html") + (fragment ? "#" + fragment : ""));
    }
  }

  // Light and dark
  document.querySelector(".nd-scheme").addEventListener("click", () => {
    const root = document.documentElement;
    const scheme = root.dataset.mdColorScheme === "slate" ? "default" : "slate";
    root.dataset.mdColorScheme = scheme;
    store.set("nd-scheme", scheme);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", event => {
    if (!store.get("nd-scheme")) document.documentElement.dataset.mdColorScheme = event.matches ? "slate" : "default";
  });

  // What nobody misses in the first moment is done a little at a time, so that a slow phone stays responsive.
  const later = [];
  const work = () => {
    const end = performance.now() + 8;
    while (later.length && performance.now() < end) later.shift()();
    if (later.length) soon();
    else document.documentElement.dataset.ready = "";
  };
  const soon = () => setTimeout(work, 20);

  // Copy: what one types, without prompts and output
  const copyable = block => {
    const code = block.querySelector("code");
    if (!code) return;
    const button = make("button", { type: "button", className: "nd-copy", textContent: said.copy });
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(block.dataset.copy ?? code.textContent.replace(/\n$/, ""));
      button.textContent = said.copied;
      button.dataset.done = "";
      setTimeout(() => { button.textContent = said.copy; delete button.dataset.done; }, 1500);
    });
    block.append(button);
  };
  all(".highlight").forEach(block => later.push(() => copyable(block)));

  // What scrolls sideways can be reached and scrolled with the keyboard.
  const reachable = () => {
    const wide = all(".highlight > pre, .nd-lines, .nd-scroll, .nd-picture").filter(box => box.scrollWidth > box.clientWidth && !box.hasAttribute("tabindex"));
    for (const box of wide) {
      box.tabIndex = 0;
      if (box.matches("figure") || box.getAttribute("role")) continue;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", said.scrolls);
    }
  };
  addEventListener("resize", reachable);

  // Tabs of the same name are chosen together, here and on other pages.
  const labelOf = input => document.querySelector(`label[for="${input.id}"]`).textContent;
  const choose = name => all(".tabbed-set > input").filter(input => labelOf(input) === name).forEach(input => { input.checked = true; });
  for (const input of all(".tabbed-set > input")) {
    input.addEventListener("change", () => {
      const before = input.getBoundingClientRect().top;
      choose(labelOf(input));
      scrollBy({ top: input.getBoundingClientRect().top - before, behavior: "instant" });
      store.set("nd-tab", labelOf(input));
      reachable();
    });
  }
  if (store.get("nd-tab")) choose(store.get("nd-tab"));
  later.push(reachable);

  // What is folded away is there when it is printed, or when an address leads to it.
  const unfold = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  };
  addEventListener("hashchange", unfold);
  unfold();

  // Tooltips that a finger and the keyboard get too
  const tip = make("div", { id: "nd-tip", className: "nd-tip", popover: "manual" });
  tip.setAttribute("role", "tooltip");
  document.body.append(tip);
  const show = at => {
    if (at.title) { at.dataset.tip = at.title; at.removeAttribute("title"); }
    if (!at.dataset.tip) return;
    tip.textContent = at.dataset.tip;
    tip.showPopover();
    const { left, bottom, top } = at.getClientRects()[0], { offsetWidth: width, offsetHeight: height } = tip;
    tip.style.left = `${scrollX + Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
    tip.style.top = `${scrollY + (bottom + height + 12 > innerHeight ? top - height - 6 : bottom + 6)}px`;
    at.setAttribute("aria-describedby", "nd-tip");
  };
  const hide = () => { if (tip.matches(":popover-open")) tip.hidePopover(); };
  later.push(() => all("abbr[title]").forEach(at => { at.tabIndex = 0; }));
  const explained = event => event.target.closest?.("abbr[title], abbr[data-tip], a.nd-claim");
  for (const kind of ["mouseover", "focusin"]) addEventListener(kind, event => { const at = explained(event); if (at) show(at); });
  for (const kind of ["mouseout", "focusout"]) addEventListener(kind, event => { if (explained(event)) hide(); });
  addEventListener("keydown", event => { if (event.key === "Escape") hide(); });

  // Pictures can be looked at in full size; the picture itself moves, so that no id is there twice.
  const enlargeable = figure => {
    const picture = figure.querySelector("svg, img");
    if (!picture) return;
    const button = make("button", { type: "button", className: "nd-copy", textContent: said.enlarge });
    button.addEventListener("click", () => {
      const place = make("span");
      const stage = make("div", { className: "nd-large-stage md-typeset" });
      const close = make("button", { className: "nd-button", textContent: said.close });
      const dialog = make("dialog", { className: "nd-large" }, make("form", { method: "dialog" }, close), stage);
      dialog.setAttribute("aria-label", said.enlarge);
      place.style.cssText = `display:block;height:${picture.getBoundingClientRect().height}px`;
      picture.replaceWith(place);
      stage.append(picture);
      dialog.addEventListener("close", () => { place.replaceWith(picture); dialog.remove(); button.focus(); });
      document.body.append(dialog);
      dialog.showModal();
    });
    figure.append(button);
  };
  all("figure.nd-picture").forEach(figure => later.push(() => enlargeable(figure)));

  // In the list of pages, the one that is open is in view.
  const pages = document.getElementById("nd-nav"), here = pages.querySelector("[aria-current]");
  const reveal = () => { if (here?.offsetTop > pages.clientHeight * 0.8) pages.scrollTop = here.offsetTop - pages.clientHeight / 2; };
  pages.addEventListener("toggle", reveal);
  later.push(reveal);

  // On this page: where the reader is
  const links = new Map(all("#nd-toc a").map(link => [decodeURIComponent(link.hash.slice(1)), link]));
  if (links.size) {
    const watch = new IntersectionObserver(seen => {
      const now = seen.filter(one => one.isIntersecting).map(one => links.get(one.target.id))[0];
      if (!now) return;
      links.forEach(link => link.classList.toggle("nd-here", link === now));
    }, { rootMargin: "-15% 0px -70%" });
    links.forEach((_, id) => { const at = document.getElementById(id); if (at) watch.observe(at); });
    document.getElementById("nd-toc").addEventListener("click", event => {
      const panel = event.currentTarget;
      if (event.target.closest("a") && panel.matches(":popover-open")) panel.hidePopover();
    });
  }

  // Search comes when it is asked for.
  const open = () => {
    if (window.ndSearch) { window.ndSearch(); return; }
    const base = document.body.dataset.base;
    for (const path of ["search/index.js", "assets/search.js"]) {
      document.head.append(make("script", { src: `${base}/${path}`, async: false }));
    }
  };
  all(".nd-search-open").forEach(button => button.addEventListener("click", open));
  addEventListener("keydown", event => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if ((event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) || (event.key === "k" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      open();
    }
  });
  if (document.getElementById("nd-nearest")) open();
  soon();
})();
