/** Keys for the queue: j and k go along the list, o opens, a and r lead to the forms. They can be turned off. */

const KEPT = "desk-keys"; // in this browser alone
const legend = document.querySelector<HTMLElement>("#keys");
const isOn = legend?.querySelector("input");
const links = [...document.querySelectorAll<HTMLAnchorElement>(".queue a")];

if (legend && isOn) {
  legend.hidden = false;
  isOn.checked = localStorage.getItem(KEPT) !== "off";
  isOn.addEventListener("change", () => localStorage.setItem(KEPT, isOn.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    const { target, key, altKey, ctrlKey, metaKey } = event;
    const isTyping =
      target instanceof Element && target.matches("input:not([type=checkbox]), textarea, select");
    if (!isOn.checked || isTyping || altKey || ctrlKey || metaKey) return;
    if (press(key)) event.preventDefault();
  });
}

/** @returns whether the key did something */
function press(key: string): boolean {
  if (key === "j") return go(1);
  if (key === "k") return go(-1);
  if (key === "o") return open(links[at()]);
  if (key === "a" || key === "r") return enter(key === "a" ? "accept" : "refuse");
  return false;
}

/** Where in the list: what has the focus, else what is shown beside. */
function at(): number {
  const focused = links.findIndex((link) => link === document.activeElement);
  return focused >= 0 ? focused : links.findIndex((link) => link.ariaCurrent === "true");
}

function go(step: 1 | -1): boolean {
  const next = links[Math.min(Math.max(at() + step, 0), links.length - 1)];
  next?.focus();
  return next !== undefined;
}

function open(link: HTMLAnchorElement | undefined): boolean {
  link?.click();
  return link !== undefined;
}

/** To the first thing to fill in or press of that part. */
function enter(part: string): boolean {
  const section = document.querySelector(`[aria-labelledby="${part}"]`);
  const first = section?.querySelector<HTMLElement>(
    "form input:not([type=hidden]), form select, form textarea, form button",
  );
  first?.focus();
  return first !== undefined && first !== null;
}
