/** A new campaign with a book that somebody signs in a test card, and what is made of the film. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { newCampaign } from "./campaigns.ts";
import { succeed } from "./commands.ts";
import { testCard, type TestCard } from "./test-card.ts";

interface Row {
  readonly rung: string;
  readonly file: string;
  readonly bytes: number;
}
/** Milliseconds, and what is signed: `{"s":"p1s1"}`. */
type Cue = readonly [from: number, to: number, names: string];

const MOST_WAITS = 30_000; // of 10 ms

/**
 * @param dir an empty folder, in which the campaign folder `mine` and the data folder `data` are made
 * @param pages how many sentences each has
 */
export async function signedFolder(dir: string, card: TestCard, pages: readonly number[]) {
  const folder = join(dir, "mine");
  const data = join(dir, "data");
  const env = { CND_DATA: data };
  await newCampaign(data);
  succeed(["export", folder], env);
  for (const name of ["books", "signings", "media"])
    mkdirSync(join(folder, name), { recursive: true });
  const others = readFileSync(join(folder, "people.yaml"), "utf8");
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  testCard(join(folder, "media/hills.mp4"), card);
  const lines = pages.map(
    (n, p) => `  - lines: [${Array.from({ length: n }, (_, l) => `Hill ${p}.${l}.`).join(", ")}]\n`,
  );
  write(
    "books/two-hills.yaml",
    `title: Two hills
language: en
credits: { text: The sample, pictures: The sample }
licence: { name: CC BY 4.0 }
pages:
${lines.join("")}`,
  );
  write(
    "signings/two-hills.xki.yaml",
    `book: two-hills
language: xki
signer: amina
follows: en
film: { file: media/hills.mp4, seconds: ${card.seconds} }
cues: media/hills.vtt
`,
  );

  function ask<T>(query: string): T[] {
    using db = new DatabaseSync(join(data, "log.sqlite"), { readOnly: true });
    return db.prepare(query).all() as T[];
  }
  const path = ({ file }: { readonly file: string }) => join(data, "media", file);
  const rungs = () => ask<Row>("select * from rung order by rung");
  const count = (query: string) => ask<{ n: number }>(`select count(*) n from ${query}`)[0]!.n;
  return {
    env,
    folder,
    ask,
    path,
    rungs,
    films: () => rungs().filter(({ rung }) => rung !== "poster"),
    rung: (name: string) => rungs().find(({ rung }) => rung === name)!,
    isIdle: () => count("job where state in ('waiting', 'running')") === 0,
    bring: () => succeed(["import", folder], env),
    /** What she agrees to, as the folder says it. */
    agree(purposes: string) {
      const agreed = "until: 2099-01-01\n    method: signed form\n    given: 2026-01-01\n";
      write(
        "people.yaml",
        `${others}- id: amina\n  name: Amina\n  consent:\n    purposes: [${purposes}]\n    channels: [web]\n    languages: [en]\n    ${agreed}`,
      );
    },
    cue(cues: readonly Cue[]) {
      const time = (ms: number) => `00:${(ms / 1000).toFixed(3).padStart(6, "0")}`;
      const blocks = cues.map(([from, to, names]) => `${time(from)} --> ${time(to)}\n${names}\n`);
      write("media/hills.vtt", `WEBVTT\n\n${blocks.join("\n")}`);
    },
    /** Of each stream its sort and how many pictures a second. */
    streams: (row: Row) =>
      execFileSync("ffprobe", [
        ..."-v error -of csv=p=0 -show_entries stream=codec_type,avg_frame_rate".split(" "),
        path(row),
      ]).toString(),
  };
}

/** The frames of a film, or of the part of it that a rung is. @param rate of the film, in pictures a second */
export function framesIn({ rung }: Pick<Row, "rung">, { seconds, rate = 25 }: TestCard): number[] {
  const [, from = 0, to = seconds * 1000] = (/^clip-(\d+)-(\d+)/.exec(rung) ?? []).map(Number);
  const [first, end] = [from, to].map((ms) => Math.ceil((ms * rate) / 1000 - 0.5)) as [
    number,
    number,
  ];
  return Array.from({ length: end - first }, (_, i) => first + i);
}

export async function until(what: string, holds: () => boolean): Promise<void> {
  for (let i = 0; i < MOST_WAITS; i++) {
    if (holds()) return;
    await sleep(10);
  }
  throw new Error(`Waited five minutes for ${what}.`);
}
