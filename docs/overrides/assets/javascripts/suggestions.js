// On the page for addresses that lead nowhere: the pages whose addresses are most like the one that was asked for,
// measured by the pairs of letters both have. A server has one such page, at the root; who asked for a page of another
// language is led to that language's, with the address behind the "?".
(() => {
  const ofAddress = link => link.hreflang !== document.documentElement.lang && location.pathname.startsWith(link.pathname);
  const language = [...document.querySelectorAll(".md-select__link")].find(ofAddress);
  if (language) return location.replace(`${language.href}404.html?${encodeURIComponent(location.pathname)}`);
  const path = location.search ? decodeURIComponent(location.search.slice(1)) : location.pathname;
  const pairs = text => new Set([...text.toLowerCase()].slice(1).map((letter, n) => text[n].toLowerCase() + letter));
  const requested = pairs(path.replace(/\.\w+$/, ""));
  const similarity = link => {
    const candidate = pairs(link.pathname);
    return [...candidate].filter(pair => requested.has(pair)).length * 2 / (candidate.size + requested.size);
  };
  const suggestions = [...document.querySelectorAll(".nd-sitemap a")]
    .map(link => [similarity(link), link])
    .filter(([share]) => share > 0.45) // below it, addresses have little more in common than their folder
    .sort(([a], [b]) => b - a)
    .slice(0, 4);
  const box = document.getElementById("nd-suggestions");
  box.hidden = !suggestions.length;
  for (const [, link] of suggestions) {
    const item = document.createElement("li");
    item.append(link.cloneNode(true));
    box.querySelector("ul").append(item);
  }
})();
