/**
 * The script of a class. Each answer is put into the device's store before it is sent, and stays there until it is acknowledged:
 * without a link, through a reload, and after the browser was killed. Done works without a link, too.
 */
import { openSending } from "./sending.ts";
import { hold, newId, type Held } from "./store.ts";

interface About {
  readonly to: string;
  readonly done: string;
  readonly words: Readonly<
    Record<"waits" | "noLink" | "goneAway" | "notKept" | "notTaken", string>
  >;
  /** Absent where nobody sits here. */
  readonly me?: Readonly<Record<"learner" | "room" | "send" | "lang", string>>;
}
interface Answered {
  readonly exercise: string;
  readonly answer: unknown;
  readonly isRight: boolean;
}

const DONE = "cnd-class-done"; // who pressed Done while there was no link
const PATIENCE = 10_000; // ms
const page = document.querySelector<HTMLElement>("#class")!;
const about = JSON.parse(page.dataset["class"]!) as About;
const { words, me } = about;
let hasLink = true;

const line = (id: "waits" | "link"): HTMLElement => document.querySelector(`#${id}`)!;
const say = (id: "waits" | "link", text: string): void => {
  const told = line(id);
  if (told.textContent !== text) told.textContent = text;
  told.hidden = text === "";
};
const sending = openSending({
  to: about.to,
  told: (n) => say("waits", n === 0 ? "" : words.waits.replace("{n}", n.toLocaleString(me?.lang))),
  link(isThere) {
    hasLink = isThere;
    if (isThere && line("link").textContent === words.noLink) say("link", "");
  },
  lost: (learner) => learner === me?.learner && say("link", words.notTaken),
});

document.addEventListener("answered", (event) => {
  const form = event.target as HTMLFormElement;
  if (!me) return;
  event.preventDefault();
  const lesson = (form.elements.namedItem("lesson") as HTMLInputElement).value;
  const { exercise, answer, isRight } = (event as CustomEvent<Answered>).detail;
  const { learner, room, send, lang } = me;
  const one = { id: newId(), learner, room, send, lang, lesson, exercise, answer, at: Date.now() };
  void keep(one, form, isRight);
});

async function keep(one: Held, form: HTMLFormElement, isRight: boolean): Promise<void> {
  try {
    await hold(one);
  } catch {
    return HTMLFormElement.prototype.submit.call(form); // this device keeps nothing: it goes as it would without a script
  }
  if (isRight) showDone(form);
  sending.go();
}

function showDone(form: HTMLFormElement): void {
  const soFar = form.querySelector<HTMLElement>(".so-far")!;
  soFar.textContent = soFar.dataset["done"]!;
  soFar.hidden = false;
  if (form.querySelector(".on")) return;
  const acts = document.createElement("p");
  acts.className = "acts on";
  const way = document.createElement("a");
  way.className = "button";
  way.href = soFar.dataset["path"]!;
  way.textContent = soFar.dataset["way"]!;
  acts.append(way);
  soFar.after(acts);
}

/** Without a link nobody is led to the browser's page of an error: they stay, and go on. */
document.addEventListener("click", (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]");
  const isElsewhere = link && !(link.hash && link.pathname === location.pathname);
  if (!isElsewhere || event.ctrlKey || event.metaKey || (hasLink && navigator.onLine)) return;
  event.preventDefault();
  void reach().then((isThere) =>
    isThere ? location.assign(link.href) : say("link", words.noLink),
  );
});

const reach = (): Promise<boolean> =>
  fetch("/class", {
    method: "HEAD",
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE),
  }).then(
    () => true,
    () => false,
  );

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (!form.classList.contains("done") || !me) return;
  event.preventDefault();
  void finish(me.learner);
});

/** Nothing of a learner stays on the screen, whether there is a link or not. */
async function finish(learner: string): Promise<void> {
  remember(learner);
  for (const part of page.querySelectorAll(":scope > :not(#waits, #link)")) part.remove();
  say("link", words.goneAway);
  document.title = words.goneAway.split(".")[0]!;
  history.replaceState(null, "", about.done.replace(/\/done$/, ""));
  sending.go();
  await endSitting();
  location.replace(`${about.done.replace(/\/done$/, "")}?done`);
}

/** Until a server has heard it. */
async function endSitting(wait = 1): Promise<void> {
  const learner = remembered();
  if (learner === null) return;
  try {
    const answer = await fetch(about.done, {
      method: "POST",
      body: new URLSearchParams({ learner }),
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE),
    });
    // A hotspot answers for itself, and leads nowhere of ours.
    if (!new URL(answer.url).pathname.endsWith("/class")) throw new Error("Expected to be led on.");
    remember(null);
  } catch {
    await new Promise((next) => setTimeout(next, wait * 1000));
    await endSitting(Math.min(60, wait * 2));
  }
}

function remember(learner: string | null): void {
  try {
    if (learner === null) localStorage.removeItem(DONE);
    else localStorage.setItem(DONE, learner);
  } catch {
    forNow = learner; // a device that keeps nothing
  }
}
let forNow: string | null = null;
function remembered(): string | null {
  try {
    return localStorage.getItem(DONE) ?? forNow;
  } catch {
    return forNow;
  }
}

// A page that the browser had put aside is asked for anew: somebody else may sit here by now.
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());

const waiting = remembered();
if (waiting !== null && me?.learner === waiting) void finish(waiting);
else {
  if (me) remember(null); // somebody else has opened their card: the sitting before is over
  else void endSitting();
  sending.go();
}
