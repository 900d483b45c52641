/** One parser over many inputs in a thread of its own, which is ended where it hangs or fills the memory. */
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { MOST_BYTES, type Task, type Told } from "./task.ts";

interface Crash {
  readonly why: string;
  readonly input: Buffer;
}
interface Outcome {
  readonly executions: number;
  /** ms of the processor. */
  readonly slowest: number;
  readonly crashes: readonly Crash[];
}

const MEMORY = 512; // MB of one parser with all that it loads
const SILENT = 60_000; // ms without a word: it hangs

/** Inputs that were crashes once; they stay. */
const corpusOf = (name: string): Buffer[] =>
  globSync(`tests/fuzz/corpus/${name}/*`)
    .toSorted()
    .map((file) => readFileSync(file));

/**
 * What became of each; whoever is read when the thread has to be ended has a crash, and those after it have no outcome.
 * @param asked.most inputs of one parser, and `ms` for all of them: the first that is reached ends it
 */
export async function fuzz(
  names: readonly string[],
  asked: Pick<Task, "seed" | "most" | "ms">,
): Promise<ReadonlyMap<string, Outcome>> {
  const work = mkdtempSync(join(tmpdir(), "cnd-fuzz-"));
  const shared = new SharedArrayBuffer(MOST_BYTES + 4);
  const corpus = Object.fromEntries(names.map((name) => [name, corpusOf(name)]));
  const workerData: Task = { names, ...asked, shared, corpus, work };
  const worker = new Worker(new URL("./thread.ts", import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  });
  const outcomes = new Map<string, Outcome>();
  let at = names[0]!;
  const add = (name: string, more: Partial<Outcome>, crashes: readonly Crash[] = []) => {
    const before = outcomes.get(name) ?? { executions: 0, slowest: 0, crashes: [] };
    outcomes.set(name, { ...before, ...more, crashes: [...before.crashes, ...crashes] });
  };
  const ended = (why: string) => {
    const input = Buffer.from(Buffer.from(shared, 4, new Int32Array(shared, 0, 1)[0]));
    add(at, {}, [{ why, input }]);
  };
  await new Promise<void>((done) => {
    const hangs = () => {
      ended(`It said nothing for ${SILENT} ms.`);
      void worker.terminate();
    };
    let silence = setTimeout(hangs, SILENT);
    worker.on("message", (told: Told) => {
      clearTimeout(silence);
      silence = setTimeout(hangs, SILENT);
      at = told.name;
      if (told.what === "end") add(at, { executions: told.executions, slowest: told.slowest });
      if (told.what === "crash") add(at, {}, [{ why: told.why, input: Buffer.from(told.input) }]);
    });
    worker.on("error", (error: Error) => ended(error.stack ?? error.message));
    worker.on("exit", () => {
      clearTimeout(silence);
      done();
    });
  });
  rmSync(work, { recursive: true, force: true });
  return outcomes;
}
