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
    [/ヂ/g, "ジ"],
    [/ヅ/g, "ズ"],
    [/(?<=[ァ-ヶ]{2})ー(?![ァ-ヶー])/g, ""],
  ];

  // What a reader means by its form or in words that the index has not, for it is cut at them: as the pages say it.
  const FORMS = [
    [/(?<![\w.:])(?:\d+(?:\.\d+){3}:|\[[\da-f:]*\]:)?\d{2,5}:\d{2,5}(?:\/(?:tcp|udp))?(?![\w.:])/gi, " publish port "],
    [/\bcontainer:(?=\w)/g, " shared namespace "],
    [/つなが[\u3041-\u309f]*/g, " 接続 "],
    [/なし/g, " 無効 "],
    [/[2二]つ|ふたつ/g, " 複数 "],
  ];

  // Words of most questions, which say nothing about which page is meant, and those of nearly every page, which say little.
  const FILLER = /^(?:[a-z]|an|the|of|to|in|on|for|with|and|or|is|are|it|its|be|by|at|as|my|me|you|do|does|did|how|can|what|which|when|why|vs|versus|between|more|than|there|this|that|has|have|was|will|should|would|happens?)$/i;
  const USUAL = /^(?:docker|containers?|networks?|networking|コンテナ|ネットワーク)$/i;

  // What a reader types or pastes, as words the index knows: no operator of the query language, letters in their usual
  // width, Japanese cut where the kind of letter changes, particles left out.
  const words = query => weighted([...VARIANTS, ...FORMS]
    .reduce((text, [pattern, usual]) => text.replace(pattern, usual), query.normalize("NFKC"))
    .replace(/(?<![-\p{L}\p{N}])[a-z](?![\p{L}\p{N}])/giu, bare => query.trim().length > 1 ? " " : bare)
    .replace(/[\u3041-\u309f]+/g, " ")
    .replace(/(?<=[\u30a0-\u30ff])(?=[\u4e00-\u9fff\w])|(?<=[\u4e00-\u9fff])(?=[\u30a0-\u30ff\w])|(?<=\w)(?=[\u30a0-\u30ff\u4e00-\u9fff])/g, " ")
    .split(/[^\p{L}\p{N}._]+/u)
    .map(word => word.replace(/^[._]+|[._]+$/g, ""))
    .filter(Boolean)
    .flatMap(parts)).join(" ");

  // A word as it stands counts most (^), then without its ending; there Material looks for all words that begin so.
  // Japanese words are found by their beginning only, so what counts more is said more often.
  const weighted = all => {
    const telling = all.filter(word => !FILLER.test(word) || all.length === 1);
    return [...(telling.length ? telling : all).flatMap((word, _, rest) =>
      USUAL.test(word) && !rest.every(other => USUAL.test(other)) ? [word]
        : !isAscii(word) ? [word, word, word]
        : word.length === 1 ? [`${word}^1`]
        : isMisspelt(word) ? [`${word}~1`] : [`${word}^4`, stem(word)]), ...joined(all)];
  };

  let vocabulary = "", vocabularyWords = new Set();
  const isAscii = word => /^[\x20-\x7e]+$/.test(word);
  const isKnown = word => vocabulary.includes(word.toLowerCase());
  const isMisspelt = word => /^[a-z]{5,}$/i.test(word) && !isKnown(stem(word));
  const stem = word => /^[a-z]{5,}$/i.test(word) ? word.replace(/(?:ies|es|(?<![su])s|ing|ed)$/i, "") : word;

  // Two words that the pages write as one: multi cast.
  const joined = all => all.slice(1).map((word, index) => (all[index] + word).toLowerCase())
    .filter(word => word.length > 5 && vocabularyWords.has(word)).map(word => `${word}^4`);

  // A word that no page has, in parts that pages have: 172.99.0.3, java.net.ConnectException, portmapping, ホストモード.
  const parts = word => isKnown(word) ? [word]
    : /^\d+\.\d+\./.test(word) ? [knownBeginning(word)]
    : /^[A-Z_]+$/.test(word) ? [word] // a flag is one word: LOWER_UP
    : /[._]/.test(word) ? word.split(/[._]+/).filter(Boolean)
    : halves(word) ?? [/^[ァ-ヶー]{5,}$/.test(word) ? beginning(word) : word];
  const knownBeginning = address => isKnown(address) || !/\..*\./.test(address) ? address
    : knownBeginning(address.replace(/\.[^.]*$/, ""));
  const halves = word => [...word.toLowerCase()].map((_, at) => [word.slice(0, at), word.slice(at)])
    .find(both => both.every(half => half.length > 2 && (isAscii(word) ? vocabularyWords.has(half.toLowerCase()) : isKnown(half))));
  const beginning = word => {
    const lengths = [...word].map((_, cut) => word.length - cut).filter(length => length >= word.length / 2);
    return word.slice(0, lengths.find(length => isKnown(word.slice(0, length))));
  };

  const forward = data => {
    forwarding = true;
    globalThis.dispatchEvent(new MessageEvent("message", { data }));
    forwarding = false;
  };
  const load = async () => {
    await importScripts(original, `${base}search/search_index.js`);
    vocabulary = JSON.stringify(__index.docs).toLowerCase();
    vocabularyWords = new Set(vocabulary.match(/[a-z]+/g));
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
