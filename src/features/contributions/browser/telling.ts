/** The story that is being told on this page: its form, its files, and the keeping of both on this device. */
import { readFields } from "./form.ts";
import { savePieces, saveWords, type Kept, type Piece } from "./keep.ts";

export interface Shrinking {
  share: number;
  readonly stop: AbortController;
  ended: Promise<void>;
}

export const byId = (id: string): HTMLElement => document.getElementById(id)!;
export const say = (text: string): void => void (byId("said").textContent = text);
export const complain = (error: Error): void => say(error.message);

export type Telling = ReturnType<typeof openTelling>;
type Values = Readonly<Record<string, string | number>>;

export function openTelling(
  form: HTMLFormElement,
  words: Readonly<Record<string, string>>,
  kept: Kept,
  pieces: Piece[],
) {
  /** One of the words, with what stands in it. */
  const phrase = (name: string, values: Values = {}): string =>
    words[name]!.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(values[key]));
  const sayFull = (): void => say(phrase("room"));

  let saving: Promise<unknown> | undefined;
  let isStale = false;
  /** One write at a time; what is typed meanwhile goes with the next one. */
  async function keepWords(): Promise<void> {
    kept.fields = readFields(form);
    isStale = true;
    saving ??= (async () => {
      while (isStale) {
        isStale = false;
        await saveWords(kept);
      }
    })().finally(() => (saving = undefined)); // also where it failed: the next keystroke tries again
    await saving.catch(sayFull);
  }

  const keepPieces = (): Promise<unknown> => savePieces(telling.pieces).catch(sayFull);
  const shrinking = new Map<string, Shrinking>(); // clips that are being made smaller, by the ids of their pieces
  const telling = { form, words, kept, pieces, shrinking, phrase, keepWords, keepPieces };
  return telling;
}
