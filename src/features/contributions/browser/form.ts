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
    first ??= own;
  }
  first?.focus();
}
