/** In a reader's browser: fetches the proof file of the page's record, checks it, and says what came of it. */
import { checkProof, readable, type Proof, type Step } from "./check-proof.ts";

const result = document.getElementById("result")!;
const say = (words: string): void => void (result.textContent = words);
const NOT_HERE = "Nothing was checked here; the command below does it.";

async function show(): Promise<void> {
  const { proof: address, id, vkey } = result.dataset;
  if (!globalThis.crypto?.subtle)
    return say(`Browsers check signatures only on pages that came by https. ${NOT_HERE}`);
  try {
    const answer = await fetch(address!);
    if (!answer.ok) throw new Error(`the site answered ${answer.status}`);
    const proof = (await answer.json()) as Proof;
    const steps = [...(await checkProof(proof, { id, vkey })), ...sameText(proof)];
    document.getElementById("steps")!.replaceChildren(...steps.map(line));
    const failed = steps.filter(({ mark }) => mark === "✗").map(({ about }) => about);
    say(
      failed.length > 0
        ? `This does not hold: ${failed.join(", ")}.`
        : "Checked just now in your browser: everything holds.",
    );
  } catch (error) {
    const { name, message } = error as Error;
    if (name === "NotSupportedError")
      say(`This browser does not know Ed25519 signatures. ${NOT_HERE}`);
    else say(`The proof file could not be read (${message}). ${NOT_HERE}`);
  }
}

/** The page itself could say something else than the record. */
function sameText({ document: body }: Proof): Step[] {
  const shown = document.getElementById("said");
  if (!shown) return [];
  const about = "Text on this page";
  if (body && shown.textContent === readable(body["say"]!))
    return [{ about, mark: "✓", says: "the same as in the proof file" }];
  return [{ about, mark: "✗", says: "other than in the proof file; load the page again" }];
}

function line({ about, mark, says }: Step): HTMLElement {
  const [item, name, words] = ["li", "b", "span"].map((tag) => document.createElement(tag));
  name!.textContent = `${mark} ${about}`;
  words!.textContent = says;
  words!.className = "whole";
  item!.append(name!, words!);
  return item!;
}

void show();
