// Stands before Material's search worker and starts it, with the index, at the first question, so that who only reads
// loads neither. The name of Material's script comes after the "?" in this one's address. In a folder on a disk Material
// puts a frame in the place of a worker; there importScripts returns a promise, and await fits both.
(() => {
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3; // kinds of messages, as Material numbers them
  const scriptUrl = globalThis.document ? document.querySelector("script[src]").src : location.href;
  const base = scriptUrl.slice(0, scriptUrl.indexOf("assets/javascripts/"));
  const original = `${base}assets/javascripts/workers/${scriptUrl.split("?")[1]}`;
  const post = globalThis.postMessage.bind(globalThis);
  let options = {}, forwarding = false, loading;
  let whenReady = () => {};

  // Words in katakana that are written in more than one way, and as the pages write them. The long vowel at a word's end
  // is left out, for its beginning is looked for: コンテナー finds コンテナ, サーバ finds サーバー.
  const VARIANTS = [
    [/インター?フェ[イー]ス/g, "インターフェース"],
    [/ファイ[アヤ]ー?ウ[ォオ]ール/g, "ファイアウォール"],
    [/ゲートウ[ェエ]イ/g, "ゲートウェイ"],
    [/(?<=[ァ-ヶ]{2})ー(?![ァ-ヶー])/g, ""],
  ];

  // Words of most questions and of nearly every page: they say little about which page is meant.
  const USUAL = /^(?:an?|the|of|to|in|on|for|with|and|or|is|are|it|its|be|by|at|as|i|my|me|you|do|does|how|can|what|which|when|why|docker|containers?|networks?|networking)$/i;

  // What a reader types or pastes, as words the index knows: no operator of the query language, letters in their usual
  // width, Japanese cut where the kind of letter changes, particles left out. Each is looked for as it stands, which
  // counts most (^), and without its ending; there Material looks for all words that begin so.
  const words = query => VARIANTS.reduce((text, [pattern, usual]) => text.replace(pattern, usual), query.normalize("NFKC"))
    .replace(/[\u3041-\u309f]+/g, " ")
    .replace(/(?<=[\u30a0-\u30ff])(?=[\u4e00-\u9fff\w])|(?<=[\u4e00-\u9fff])(?=[\u30a0-\u30ff\w])|(?<=\w)(?=[\u30a0-\u30ff\u4e00-\u9fff])/g, " ")
    .split(/[^\p{L}\p{N}._]+/u)
    .map(word => word.replace(/^[._]+|[._]+$/g, ""))
    .filter(Boolean)
    .flatMap((word, _, all) => !/^[\x20-\x7e]+$/.test(word) ? [word]
      : USUAL.test(word) && !all.every(other => USUAL.test(other)) ? [word]
      : isMisspelt(word) ? [`${word}~1`] : [`${word}^4`, stem(word)])
    .join(" ");
  let vocabulary = "";
  const isMisspelt = word => /^[a-z]{5,}$/i.test(word) && !vocabulary.includes(stem(word).toLowerCase());
  const stem = word => /^[a-z]{5,}$/i.test(word) ? word.replace(/(?:ies|es|(?<![su])s|ing|ed)$/i, "") : word;

  const forward = data => {
    forwarding = true;
    globalThis.dispatchEvent(new MessageEvent("message", { data }));
    forwarding = false;
  };
  const load = async () => {
    await importScripts(original, `${base}search/search_index.js`);
    vocabulary = JSON.stringify(__index.docs).toLowerCase();
    const ready = new Promise(resolve => { whenReady = resolve; });
    forward({ type: SETUP, data: { ...__index, options } });
    await ready;
  };

  globalThis.postMessage = message => message.type === READY ? whenReady() : post(message);
  globalThis.addEventListener("message", async event => {
    if (forwarding) return;
    event.stopImmediatePropagation();
    const { type, data } = event.data;
    if (type === SETUP) {
      options = data.options;
      return post({ type: READY });
    }
    if (!data.trim()) return post({ type: RESULT, data: { items: [] } });
    await (loading ??= load());
    forward({ type, data: words(data) });
  });
})();
