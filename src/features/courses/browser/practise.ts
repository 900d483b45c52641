/**
 * Judges each exercise where it stands: no page is asked for, so it goes on without a link. Whoever keeps answers on the page
 * hears of each by an event `answered`, and cancels it; one that nobody keeps goes where its form goes, if that is posted.
 */
import { answerIn } from "../exercises/answer.ts";
import { verdictOf } from "../exercises/judge.ts";
import { judgeSealed, type Sealed } from "../exercises/sealed.ts";

const lesson = document.querySelector<HTMLElement>(".lesson");
const words = JSON.parse(lesson?.dataset["words"] ?? "{}") as {
  readonly right: string;
  readonly notYet: string;
  readonly unanswered: string;
};

/**
 * Whoever has two switches, Tab and Enter, comes to every answer: Enter ticks, goes on to the next answer of several, or to the
 * next line of a list; else it would send the form, for which there is the button.
 */
function pressed(event: KeyboardEvent): void {
  const { target: at, key, repeat } = event;
  if (key !== "Enter" || event.isComposing) return;
  if (at instanceof HTMLSelectElement) {
    if (!repeat) {
      at.selectedIndex = (at.selectedIndex + 1) % at.options.length;
      at.dispatchEvent(new Event("change", { bubbles: true }));
    }
  } else if (at instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(at.type)) {
    const next = at.type === "radio" && at.checked ? after(at) : at;
    if (!repeat) {
      next.focus();
      next.click();
    }
  } else return;
  event.preventDefault();
}

/** Of the same question; after the last one comes the first. */
function after(radio: HTMLInputElement): HTMLInputElement {
  const all = [...radio.form!.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter(
    ({ name }) => name === radio.name,
  );
  return all[(all.indexOf(radio) + 1) % all.length]!;
}

for (const form of document.querySelectorAll<HTMLFormElement>("form.exercise")) {
  form.addEventListener("keydown", pressed);
  const exercise = JSON.parse(form.dataset["exercise"]!) as Sealed;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = new FormData(form);
    const answer = answerIn(exercise, (name) => typed.getAll(name).map(String));
    const judged = answer === undefined ? undefined : judgeSealed(exercise, answer);
    const { first, more } = verdictOf({ ...exercise, ...judged }, judged, words);
    const said = document.createElement("p");
    said.className = judged?.isRight ? "is-right" : "is-not";
    const strong = document.createElement("b");
    strong.textContent = first;
    said.append(strong, more === undefined ? "" : ` ${more}`);
    form.querySelector(".verdict")!.replaceChildren(said);
    if (!judged) return;
    const detail = { exercise: exercise.id, answer, isRight: judged.isRight };
    const told = new CustomEvent("answered", { bubbles: true, cancelable: true, detail });
    if (form.dispatchEvent(told) && form.method === "post")
      HTMLFormElement.prototype.submit.call(form);
  });
}
