/** In a thread that can be ended: each expression over the texts that are against it. Says which it is at. */
import { parentPort, workerData } from "node:worker_threads";
import { textsAgainst } from "./pumps.ts";

export interface Attack {
  readonly expressions: readonly { readonly pattern: string; readonly flags: string }[];
  readonly from: number;
}
/** Of one expression: how many texts, and of the worst its time in ms of this thread's processor. */
export interface Outcome {
  readonly at: number;
  readonly texts?: number;
  readonly worst?: number;
  readonly text?: string;
}

const TWICE = 8; // ms; what took longer is tried again, so that a pause of the machine's is not taken for it
const WRONG = 500; // ms, however busy the machine is
// ms for a quarter of a text: what takes the square of a whole one longer than it may has taken four times as long by then.
const QUICK = 0.4;
const { expressions, from } = workerData as Attack;
const tell = (outcome: Outcome) => parentPort!.postMessage(outcome);

for (let at = from; at < expressions.length; at++) {
  const { pattern, flags } = expressions[at]!;
  tell({ at });
  const expression = new RegExp(pattern, flags);
  let [texts, worst, worstText] = [0, 0, ""];
  for (const [quarter, whole] of textsAgainst(pattern, flags)) {
    texts += 1;
    if (timeOf(expression, quarter) < QUICK) continue;
    const text = whole();
    let took = timeOf(expression, text);
    for (let again = 0; again < 2 && took > TWICE && took < WRONG; again++)
      took = Math.min(took, timeOf(expression, text));
    if (took > worst) [worst, worstText] = [took, text];
    if (worst > WRONG) break;
  }
  tell({ at, texts, worst, text: JSON.stringify(worstText.slice(0, 60)) });
}

function timeOf(expression: RegExp, text: string): number {
  const before = process.threadCpuUsage();
  if (expression.global) text.replace(expression, "");
  else expression.exec(text);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
