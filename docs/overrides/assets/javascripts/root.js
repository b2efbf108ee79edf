// Leads from `/` to the language chosen before, to the browser's, or to the first one.
const chosen = () => { try { return localStorage.getItem("language"); } catch { return null; } };
document.addEventListener("DOMContentLoaded", () => {
  const links = [...document.querySelectorAll("a[hreflang]")];
  const byLanguage = new Map(links.map(link => [link.hreflang, link]));
  const preferred = [chosen(), ...navigator.languages.map(name => name.split("-")[0])];
  const language = preferred.find(name => byLanguage.has(name));
  const target = new URL((byLanguage.get(language) ?? links[0]).href);
  if (location.protocol !== "file:") target.pathname = target.pathname.replace(/index\.html$/, "");
  location.replace(target.href + location.hash);
});
