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
    if ((value ?? "") !== "" && !field.name.endsWith("-until"))
      field.closest("details")?.setAttribute("open", "");
  }
}

/** Of the ticks that say in which file a person is, those stand whose file was chosen here. */
export function showFiles(
  form: HTMLFormElement,
  chosen: readonly { readonly what: string }[],
): void {
  if (form.dataset["here"] !== undefined) return; // files came with the form already, and this device does not hold them
  const photos = chosen.filter(({ what }) => what === "photo").length;
  for (const tick of form.querySelectorAll<HTMLElement>("[data-in]")) {
    const one = tick.dataset["in"]!;
    const n = Number(/^photo(\d+)$/.exec(one)?.[1]);
    const isThere =
      one === "photos" ? photos > 1 : n ? n <= photos : chosen.some(({ what }) => what === one);
    tick.hidden = !isThere;
    if (!isThere) tick.querySelector("input")!.checked = false;
  }
  for (const all of form.querySelectorAll<HTMLElement>("[data-ins]"))
    all.hidden = chosen.every(({ what }) => what.endsWith("proof"));
}

/** The n-th photo goes: the ticks of those after it move up with them. */
export function leaveOut(form: HTMLFormElement, n: number): void {
  const tick = (name: string) => form.elements.namedItem(name) as HTMLInputElement | null;
  for (let person = 0; tick(`p${person}-in-photo1`); person++)
    for (let i = n; tick(`p${person}-in-photo${i}`); i++)
      tick(`p${person}-in-photo${i}`)!.checked =
        tick(`p${person}-in-photo${i + 1}`)?.checked ?? false;
}

export function showProblems(
  form: HTMLFormElement,
  problems: Readonly<Record<string, string>>,
): void {
  for (const old of form.querySelectorAll(".status[data-of]")) old.remove();
  for (const old of form.querySelectorAll("[aria-invalid]")) {
    old.removeAttribute("aria-invalid");
    old.removeAttribute("aria-describedby");
  }
  let first: HTMLElement | undefined;
  for (const [name, words] of Object.entries(problems)) {
    const own =
      form.elements.namedItem(name) ?? form.elements.namedItem(name.replace("purposes", "web"));
    if (!(own instanceof HTMLElement)) continue;
    own.closest("details")?.setAttribute("open", "");
    const line = document.createElement("p");
    line.className = "status";
    line.dataset["of"] = name;
    line.id = `${name}-wrong`;
    line.textContent = words;
    (own.closest(".field") ?? own).append(line);
    own.setAttribute("aria-invalid", "true");
    own.setAttribute("aria-describedby", line.id);
    if (!first || first.compareDocumentPosition(own) & Node.DOCUMENT_POSITION_PRECEDING)
      first = own;
  }
  first?.focus(); // the first on the page, so that Tab leads to the others
}
