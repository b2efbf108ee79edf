// What our pages do beyond Material for MkDocs: an explanation for the keyboard and for fingers, a larger view of a
// figure, blocks that scroll by keyboard, folded lines that open for an address or the printer, links in a folder on a
// disk, the section in another language. Without this script they are complete pages all the same.
(() => {
  const strings = JSON.parse(document.getElementById("nd-strings").textContent);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  // A folder on a disk has no server to find index.html; search results are links, too.
  if (location.protocol === "file:") {
    addEventListener("click", event => {
      const link = event.target.closest?.("a[href]");
      if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
    }, true);
  }

  // The search index comes when the search is opened; until the first letter is typed it may already be there.
  const query = document.querySelector("[data-md-component=search-query]");
  query?.addEventListener("focus", () => {
    const base = new URL(JSON.parse(document.getElementById("__config").textContent).base + "/", location.href);
    document.head.append(make("link", { rel: "prefetch", href: new URL("search/search_index.js", base), as: "script" }));
  }, { once: true });

  // What nobody misses in the first moment is done a little at a time, so that a slow phone stays responsive.
  const idleQueue = [];
  const runIdleQueue = () => {
    const end = performance.now() + 8; // milliseconds: half of the time between two pictures on a screen
    while (idleQueue.length && performance.now() < end) idleQueue.shift()();
    if (idleQueue.length) setTimeout(runIdleQueue, 20);
    else document.documentElement.dataset.ready = "";
  };

  // What scrolls sideways can be reached and scrolled with the keyboard; looked at when its size is known,
  // and again whenever it changes.
  const makeFocusable = box => {
    if (box.scrollWidth <= box.clientWidth || box.hasAttribute("tabindex")) return;
    box.tabIndex = 0;
    if (box.matches("figure") || box.getAttribute("role")) return;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", strings.scrollable);
  };
  const sizes = new ResizeObserver(entries => entries.forEach(entry => makeFocusable(entry.target)));
  const boxes = all(".nd-listing, .nd-scroll, .nd-figure, .md-typeset__scrollwrap, pre > code");
  boxes.forEach(box => { sizes.observe(box); idleQueue.push(() => makeFocusable(box)); });

  // Material wraps each copy button in a landmark without a name; a page with many of them has no use for any.
  const removeLandmarks = within =>
    all("nav.md-code__nav", within).forEach(nav => nav.setAttribute("role", "presentation"));
  new MutationObserver(changes => changes.forEach(change => removeLandmarks(change.target)))
    .observe(document.querySelector(".md-content"), { childList: true, subtree: true });
  removeLandmarks();

  // What is folded away is there when an address leads to it.
  const unfold = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let element = target; element; element = element.parentElement) {
      if (element.tagName === "DETAILS") element.open = true;
    }
  };
  addEventListener("hashchange", unfold);
  unfold();

  // The same page in another language is opened at the section that is read, and the page at `/` leads there from now on.
  all(".md-select__link[hreflang]").forEach(link => link.addEventListener("click", () => {
    link.hash = location.hash;
    try { localStorage.setItem("language", link.hreflang); } catch { /* a browser may keep nothing */ }
  }));

  // Material explains an abbreviation to the mouse; so it can be reached by keyboard and finger as well.
  idleQueue.push(() => all(".md-content abbr").forEach(term => { term.tabIndex = 0; }));

  // Escape puts an explanation away that covers what one reads; Material's own go with the mouse or the focus alone.
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape") all(".md-tooltip2--active").forEach(tip => tip.classList.remove("md-tooltip2--active"));
  });

  // Figures can be looked at in full size; the drawing itself moves, so that no id is there twice.
  const enlargeable = figure => {
    const drawing = figure.querySelector("svg, img");
    if (!drawing) return;
    const button = make("button", { type: "button", className: "nd-enlarge", textContent: strings.enlarge });
    button.addEventListener("click", () => {
      const visible = all("svg, img", figure).find(image => image.getBoundingClientRect().width) ?? drawing;
      const placeholder = make("span", { className: "nd-placeholder" });
      const content = make("div", { className: "nd-lightbox-content" });
      const close = make("button", { className: "md-button", textContent: strings.close });
      const dialog = make("dialog", { className: "nd-lightbox md-typeset" }, make("form", { method: "dialog" }, close), content);
      dialog.setAttribute("aria-label", strings.enlarge);
      placeholder.style.height = `${visible.getBoundingClientRect().height}px`;
      visible.replaceWith(placeholder);
      content.append(visible);
      dialog.addEventListener("close", () => { placeholder.replaceWith(visible); dialog.remove(); button.focus(); });
      document.body.append(dialog);
      dialog.showModal();
    });
    figure.append(button);
  };
  all("figure.nd-figure").forEach(figure => idleQueue.push(() => enlargeable(figure)));
  setTimeout(runIdleQueue, 20);
})();
