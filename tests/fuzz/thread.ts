/** In a thread that can be ended and has a bound of memory: one parser over many inputs, which its parent can see. */
import { parentPort, workerData } from "node:worker_threads";
import { chanceOf, mutated } from "./mutate.ts";
import { PARSERS, type Parser } from "./parsers.ts";
import { MOST_BYTES, type Task, type Told } from "./task.ts";

const { names, seed, most, ms, shared, corpus, work } = workerData as Task;
const tell = (told: Told) => parentPort!.postMessage(told);
const length = new Int32Array(shared, 0, 1);
const seen = Buffer.from(shared, 4);
for (const name of names) await attack(name);

async function attack(name: string): Promise<void> {
  const parser = PARSERS[name]!;
  const chance = chanceOf(seed);
  const samples = [...parser.samples, ...corpus[name]!.map((bytes) => Buffer.from(bytes))];
  const first = [...samples];
  const until = performance.now() + ms;
  const kinds = new Set<string>();
  let [executions, slowest, told] = [0, 0, 0];
  while ((executions < most && performance.now() < until) || first.length > 0) {
    const input = first.shift() ?? mutated(samples, chance, MOST_BYTES);
    length[0] = input.copy(seen);
    if (performance.now() - told > 500) {
      tell({ what: "reads", name });
      told = performance.now();
    }
    const { why, took } = await tried(parser, input);
    executions += 1;
    slowest = Math.max(slowest, took);
    const kind = why === undefined ? undefined : kindOf(why);
    if (why === undefined || kinds.has(kind!)) continue; // the same once more says nothing new
    kinds.add(kind!);
    tell({ what: "crash", name, why, input: await smaller(parser, input, kind!) });
  }
  tell({ what: "end", name, executions, slowest });
}

/** Why it is a crash, and the least time of three where it takes too long. */
async function tried(parser: Parser, input: Buffer): Promise<{ why?: string; took: number }> {
  let took = Infinity;
  for (let again = 0; again < 3 && took > parser.budget; again++) {
    const before = process.threadCpuUsage();
    try {
      await parser.read(Buffer.from(input), work);
    } catch (error) {
      if (!parser.refuses?.(error))
        return {
          why: error instanceof Error ? (error.stack ?? error.message) : String(error),
          took: 0,
        };
    }
    const { user, system } = process.threadCpuUsage(before);
    took = Math.min(took, (user + system) / 1000);
  }
  return took > parser.budget ? { why: `It took more than ${parser.budget} ms.`, took } : { took };
}

/** What was thrown, and the first place of it. */
function kindOf(why: string): string {
  return why.split("\n", 2).join("\n");
}

/** The same crash by less: halves, quarters … are left out as long as it stays. */
async function smaller(parser: Parser, input: Buffer, kind: string): Promise<Buffer> {
  const ends = performance.now() + 10_000;
  let left = input;
  for (let size = left.length >> 1; size > 0 && performance.now() < ends; size >>= 1)
    for (let at = 0; at < left.length && performance.now() < ends;) {
      const without = Buffer.concat([left.subarray(0, at), left.subarray(at + size)]);
      length[0] = without.copy(seen);
      const again = await tried(parser, without);
      if (again.why !== undefined && kindOf(again.why) === kind) left = without;
      else at += size;
    }
  return left;
}
