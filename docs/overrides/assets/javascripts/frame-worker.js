// Search in a folder on a disk, where browsers start no worker: a hidden frame does its work. Material's own stand-in,
// iframe-worker, writes a script into the frame, which the pages' Content-Security-Policy forbids; here the frame's
// functions are given to it from outside.
(() => {
  if (location.protocol !== "file:") return;

  const load = (frame, url) => new Promise((resolve, reject) => {
    const script = frame.document.createElement("script");
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${url} cannot be loaded`));
    script.src = url;
    frame.document.body.append(script);
  });

  window.Worker = class extends EventTarget {
    constructor(url) {
      super();
      this.element = document.createElement("iframe");
      this.element.hidden = true;
      document.body.append(this.element);
      const frame = this.frame = this.element.contentWindow;
      frame.document.open(); // or Firefox puts an empty document in the place of this one later
      frame.document.write("<!doctype html><title>search</title><body></body>");
      frame.document.close();
      frame.postMessage = data => setTimeout(() => this.tell(new MessageEvent("message", { data: structuredClone(data) })));
      frame.importScripts = (...urls) =>
        urls.reduce((before, url) => before.then(() => load(frame, url)), Promise.resolve());
      frame.addEventListener("error", ({ error }) => this.tell(new ErrorEvent("error", { error })));
      this.ready = load(frame, new URL(url, location));
      this.ready.catch(error => this.tell(new ErrorEvent("error", { error })));
    }

    tell(event) {
      this.dispatchEvent(event);
      this[`on${event.type}`]?.(event);
    }

    postMessage(data) {
      const event = () => new MessageEvent("message", { data: structuredClone(data) });
      this.ready.then(() => this.frame.dispatchEvent(event()), () => {});
    }

    terminate() {
      this.element.remove();
    }
  };
})();
