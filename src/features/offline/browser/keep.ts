/** The script of /keep: shows what is kept on this phone, keeps one story more, forgets all. */
import { keeper, keepPage, tell } from "../../../platform/web/device/browser/keep-page.ts";

const READ = "read";
const LATER = "later";

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
  await tell(await keeper(), { ask: true, from: location.pathname });
  await show();
}

async function keep(path: string): Promise<void> {
  say("keeping");
  const kept = await keepPage(path);
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
