/** What was typed at the desk and not sent: the browser asks before it is lost. Rule D67. */

const sent = new Set<HTMLFormElement>();

/** What came back because it did not fit stands nowhere else: the form that was posted to this address. */
const cameBack = document.querySelector("script[data-came-back]") !== null;
const isAnswered = ({ action }: HTMLFormElement): boolean =>
  new URL(action).pathname === location.pathname;

/** It differs from what the page came with; a button and a hidden field are nobody's work. */
function isChanged(field: Element): boolean {
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (field instanceof HTMLSelectElement) {
    const given = [...field.options].findIndex((one) => one.defaultSelected);
    return field.selectedIndex !== Math.max(given, field.multiple ? -1 : 0);
  }
  if (!(field instanceof HTMLInputElement) || field.type === "hidden") return false;
  if (field.type === "file") return field.value !== "";
  return field.type === "checkbox" || field.type === "radio"
    ? field.checked !== field.defaultChecked
    : field.value !== field.defaultValue;
}

const isTyped = (field: Element): boolean =>
  field.matches("textarea, select, input:not([type=hidden], [type=submit], [type=button])");

/** Its own script keeps what is written there. */
const isKept = (form: HTMLFormElement): boolean => form.dataset["keeps"] !== undefined;

function isAtStake(form: HTMLFormElement): boolean {
  if (form.method !== "post" || isKept(form) || sent.has(form)) return false;
  const fields = [...form.elements];
  return fields.some(isChanged) || (cameBack && isAnswered(form) && fields.some(isTyped));
}

addEventListener("submit", ({ target, defaultPrevented }) => {
  if (target instanceof HTMLFormElement && !defaultPrevented) sent.add(target);
});
addEventListener("input", ({ target }) => {
  const form = target instanceof Element ? target.closest("form") : null;
  if (form) sent.delete(form); // what was sent was answered by a file, say, and the page stayed
});
addEventListener("pageshow", () => sent.clear());
addEventListener("beforeunload", (event) => {
  if ([...document.forms].some(isAtStake)) event.preventDefault();
});
