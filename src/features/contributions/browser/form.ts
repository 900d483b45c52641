/** The fields of the form, read and put back, and what does not fit marked beside them. */
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const KINDS_OF_FIELD = "input[name]:not([type=file]), textarea[name], select[name]";
const fieldsOf = (form: HTMLFormElement): Field[] => [
  ...form.querySelectorAll<Field>(KINDS_OF_FIELD),
];
const isTick = (field: Field): field is HTMLInputElement => field.type === "checkbox";

export function readFields(form: HTMLFormElement): Record<string, string> {
  const ticked = fieldsOf(form).filter((field) => !isTick(field) || field.checked);
  return Object.fromEntries(ticked.map((field) => [field.name, field.value]));
}

export function fillFields(form: HTMLFormElement, kept: Readonly<Record<string, string>>): void {
  for (const field of fieldsOf(form)) {
    const value = kept[field.name];
    if (isTick(field)) field.checked = value !== undefined;
    else if (value !== undefined) field.value = value;
    if ((value ?? "") !== "" && !field.name.endsWith("-until")) openAround(field);
  }
}

/** What few need is shut; what something stands in is open, and what is around it. */
export function openAround(field: Element): void {
  for (let at = field.closest("details"); at; at = at.parentElement!.closest("details"))
    at.open = true;
}

/** Beside each field what does not fit there; above the form, where the focus goes, why nothing was sent, and each of them by its name. */
export function showProblems(
  form: HTMLFormElement,
  why: string,
  problems: Readonly<Record<string, string>> = {},
): void {
  const before = form.closest("main")!.querySelectorAll("[role=alert], .status[id$=-problem]");
  for (const old of before) old.remove();
  for (const old of form.querySelectorAll("[aria-describedby]")) {
    old.removeAttribute("aria-invalid");
    old.removeAttribute("aria-describedby");
  }
  const all = document.querySelector<HTMLTemplateElement>("#wrong")!.content.cloneNode(true);
  const box = (all as DocumentFragment).firstElementChild as HTMLElement;
  box.querySelector("p span")!.textContent = why;
  const list = box.querySelector("ul")!;
  const line = list.firstElementChild!;
  line.remove();
  for (const field of form.elements) {
    const words = problems[field.id];
    if (words === undefined) continue;
    const own = line.cloneNode(true) as Element;
    const link = own.querySelector("a")!;
    link.href = `#${field.id}`;
    link.textContent = mark(field as HTMLElement, words);
    own.querySelector("span")!.textContent = words;
    list.append(own);
  }
  if (!list.firstElementChild) list.remove();
  form.closest(".row")!.before(box);
  box.focus({ preventScroll: true });
  box.scrollIntoView(); // its beginning, also where it is taller than the screen
}

/** @returns what the field is called */
function mark(field: HTMLElement, words: string): string {
  const legend = field.querySelector("legend");
  const label = legend ?? document.querySelector(`label[for="${field.id}"]`)!;
  const line = document.createElement("p");
  line.className = "status";
  line.id = `${field.id}-problem`;
  line.textContent = words;
  label.after(line);
  field.setAttribute("aria-describedby", line.id);
  if (legend) field.tabIndex = -1;
  else field.setAttribute("aria-invalid", "true");
  openAround(field);
  const row = field.closest("details");
  return [row?.querySelector("summary"), label]
    .flatMap((one) => one?.firstChild?.textContent?.trim() ?? [])
    .join(" · ");
}
