/** The script of /keep: shows what is kept on this phone, keeps one story more, forgets all. */

const READ = "read";
const LATER = "later";

interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

async function begin(): Promise<void> {
  byId("plain").hidden = true;
  if (!isSecureContext || !("serviceWorker" in navigator)) {
    byId("unable").hidden = false;
    return;
  }
  byId("able").hidden = false;
  byId("forget").addEventListener("click", () => void forget());
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-keep]"))
    button.addEventListener("click", () => void keep(button.dataset["keep"]!));
  await show();
  const worker = await register();
  await tell(worker, { ask: true, from: location.pathname });
  await show();
}

async function register(): Promise<ServiceWorker> {
  const { trustedTypes } = globalThis as unknown as { trustedTypes?: Policies };
  const policy = trustedTypes?.createPolicy("keep", { createScriptURL: () => "/sw.js" });
  await navigator.serviceWorker.register(policy?.createScriptURL("") ?? "/sw.js");
  return (await navigator.serviceWorker.ready).active!;
}

/** @returns whether the worker did it, or that this device has no room for it */
function tell(worker: ServiceWorker, words: object): Promise<boolean | "full"> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", (event) => resolve(event.data as boolean | "full"));
    port1.start();
    worker.postMessage(words, [port2]);
  });
}

async function keep(path: string): Promise<void> {
  say("keeping");
  const kept = await register()
    .then((worker) => tell(worker, { keep: path }))
    .catch(() => false as const);
  say(kept === "full" ? "full" : kept ? "kept" : "not-kept");
  await show();
}

/** One of these at a time, or none. */
function say(id?: "keeping" | "kept" | "full" | "not-kept"): void {
  for (const one of ["keeping", "kept", "full", "not-kept"]) byId(one).hidden = one !== id;
}

async function forget(): Promise<void> {
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    if (registration.active) await tell(registration.active, { forget: true });
    await registration.unregister();
  }
  for (const name of await caches.keys()) await caches.delete(name);
  say();
  byId("forgotten").hidden = false;
  await show();
}

async function show(): Promise<void> {
  await list(LATER);
  await list(READ);
}

async function list(name: string): Promise<void> {
  const lines = byId(name);
  const cache = (await caches.has(name)) ? await caches.open(name) : undefined;
  const items: HTMLLIElement[] = [];
  for (const request of (await cache?.keys()) ?? []) {
    const html = (await (await cache?.match(request))?.text()) ?? "";
    const { pathname, search } = new URL(request.url);
    items.unshift(line(pathname + search, html));
  }
  lines.replaceChildren(...items);
  byId(`no-${name}`).hidden = items.length > 0;
}

function line(path: string, html: string): HTMLLIElement {
  const link = document.createElement("a");
  link.href = path;
  link.lang = /<html lang="([^"]*)"/.exec(html)?.[1] ?? "";
  link.dir = "auto";
  const [title = path] = decoded(/<title>([^<]*)/.exec(html)?.[1] ?? "").split(" · ");
  link.textContent = title;
  const item = document.createElement("li");
  item.append(link);
  return item;
}

const decoded = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

const byId = (id: string): HTMLElement => document.getElementById(id)!;

void begin();
