/** Beside each row of captions: play from it, and take its start and end from the player. The form works without it. */
const film = document.querySelector<HTMLMediaElement>("#film");
const form = document.querySelector<HTMLFormElement>("#lines");

function seconds(text: string): number {
  return text
    .trim()
    .replace(",", ".")
    .split(":")
    .reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** `0:20.00`, and `1:02:03.40` where there are hours; rounded first, so that no second is the sixtieth. */
function written(time: number): string {
  const hundredths = Math.round(time * 100);
  const minutes = Math.floor(hundredths / 6000);
  const rest = ((hundredths % 6000) / 100).toFixed(2).padStart(5, "0");
  const hours = Math.floor(minutes / 60);
  return hours === 0
    ? `${minutes}:${rest}`
    : `${hours}:${String(minutes % 60).padStart(2, "0")}:${rest}`;
}

function remember(name: string, value: string): void {
  const field = form?.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}

function button(words: string, label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "quiet";
  made.textContent = words;
  made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
}

/** Three buttons at the head of a row's own. */
function equip(row: HTMLElement, player: HTMLMediaElement, words: DOMStringMap): void {
  const [start, end] = row.querySelectorAll("input");
  const acts = row.querySelector(".acts");
  if (!start || !end || !acts) return;
  const name = row.querySelector("legend")?.textContent ?? "";
  acts.prepend(
    button(words["play"] ?? "", `${words["play"]}: ${name}`, () => {
      const from = seconds(start.value);
      if (!Number.isNaN(from)) player.currentTime = from;
      void player.play();
    }),
    button(words["start"] ?? "", `${words["start"]}: ${name}`, () => {
      start.value = written(player.currentTime);
    }),
    button(words["end"] ?? "", `${words["end"]}: ${name}`, () => {
      end.value = written(player.currentTime);
    }),
  );
}

if (film && form) {
  for (const row of form.querySelectorAll<HTMLElement>("fieldset")) equip(row, film, form.dataset);
  form.addEventListener("submit", (event) => {
    remember("played", String(Math.round(film.currentTime * 1000)));
    const text = event.submitter?.closest("fieldset")?.querySelector("textarea");
    if (text) remember("cursor", String(text.selectionStart));
  });
}
