/** In a reader's browser: fetches the proof file of the page's record, checks it, and says what came of it. */
import {
  checkProof,
  filled,
  readable,
  type Proof,
  type ProofWords,
  type Step,
} from "./check-proof.ts";

const result = document.getElementById("result")!;
/** In the language of the page, which brings them along. */
const words = JSON.parse(result.dataset["words"]!) as ProofWords;
const say = (text: string): void => void (result.textContent = text);
const unchecked = (why: string): void => say(`${why} ${words.elsewhere}`);

async function show(): Promise<void> {
  const { proof: address, id, vkey } = result.dataset;
  if (!globalThis.crypto?.subtle) return unchecked(words.https);
  try {
    const answer = await fetch(address!);
    if (!answer.ok) throw new Error(filled(words.answered, { status: answer.status }));
    const proof = (await answer.json()) as Proof;
    const steps = [...(await checkProof(proof, words, { id, vkey })), ...sameText(proof)];
    document.getElementById("steps")!.replaceChildren(...steps.map(line));
    const failed = steps.filter(({ mark }) => mark === "✗").map(({ about }) => about);
    const list = new Intl.ListFormat(document.documentElement.lang);
    say(failed.length > 0 ? filled(words.fails, { parts: list.format(failed) }) : words.holds);
  } catch (error) {
    const { name, message } = error as Error;
    unchecked(
      name === "NotSupportedError" ? words.unknown : filled(words.unread, { why: message }),
    );
  }
}

/** The page itself could say something else than the record. */
function sameText({ document: body }: Proof): Step[] {
  const shown = document.getElementById("said");
  if (!shown) return [];
  const about = words.page;
  if (body && shown.textContent === readable(body["say"]!))
    return [{ about, mark: "✓", says: words.same }];
  return [{ about, mark: "✗", says: words.differs }];
}

function line({ about, mark, says }: Step): HTMLElement {
  const [item, name, said] = ["li", "b", "span"].map((tag) => document.createElement(tag));
  name!.textContent = `${mark} ${about}`;
  said!.textContent = says;
  said!.className = "whole";
  item!.append(name!, said!);
  return item!;
}

void show();
