/** A campaign with a book that two people sign, in three languages; what is filmed is a test card (test-card.ts). */
import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Kysely } from "kysely";
import sharp from "sharp";
import { openStore } from "../src/platform/db/open-store.ts";
import { SILENT } from "../src/features/books/rungs.ts";
import { copy, once } from "./campaigns.ts";
import { succeed } from "./commands.ts";
import { testCard } from "./test-card.ts";

export const LINES = [
  ["A small light lives on the hill.", "It is not asleep."],
  ["Far away, another hill looks back."],
  ["Now the two hills talk all night long."],
] as const;
const FRENCH = [
  ["Une petite lumière vit sur la colline.", "Elle ne dort pas."],
  ["Au loin, une autre colline regarde.", "Elle attend."],
  ["Maintenant les deux collines parlent."],
] as const;
const ARABIC = [
  ["يعيش نور صغير على التلة.", "إنه ليس نائما."],
  ["بعيدا، تنظر تلة أخرى."],
  ["الآن تتحدث التلتان طوال الليل."],
] as const;

const person = (id: string, name: string, until: string) => `- id: ${id}
  name: ${name}
  consent:
    purposes: [film]
    channels: [web]
    languages: [en]
    until: ${until}
    method: signed form
    given: 2026-01-01
`;

const listed = (lines: readonly string[]) => lines.map((line) => `      - ${line}\n`).join("");

const signing = (language: string, signer: string) => `book: two-hills
language: ${language}
signer: ${signer}
follows: en
film:
  file: media/two-hills.mp4
  seconds: 4
cues: media/two-hills.vtt
`;

const translated = (title: string, state: string, pages: readonly (readonly string[])[]) =>
  `title: ${title}\nstate: ${state}\ntranslator: The sample\ncoverAlt: ${title}, 1\npages:\n${pages
    .map((lines) => `  - alt: ${title}\n    lines:\n${listed(lines)}`)
    .join("")}`;

/**
 * Made once a run, then copied.
 * @param dir where the folder is laid @param env `CND_DATA`, empty, and the `CND_URL` that its log is called by
 * @returns the folder, imported; its ladders are not made
 */
export async function bookCampaign(
  dir: string,
  { CND_DATA: data, CND_URL: url }: Readonly<Record<string, string>>,
): Promise<string> {
  const ready = await once(url === undefined ? "books" : `books-${new URL(url).hostname}`, (made) =>
    makeCampaign(join(made, "campaign"), {
      CND_DATA: join(made, "data"),
      ...(url !== undefined && { CND_URL: url }),
    }),
  );
  const folder = join(dir, "campaign");
  cpSync(join(ready, "campaign"), folder, { recursive: true });
  copy(ready, data!);
  return folder;
}

async function makeCampaign(folder: string, env: Record<string, string>): Promise<void> {
  succeed(["init", folder, "--yes"]);
  for (const name of ["books", "signings"]) mkdirSync(join(folder, name), { recursive: true });
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  const campaign = readFileSync(join(folder, "campaign.yaml"), "utf8");
  write("campaign.yaml", campaign.replace("languages: [en]", "languages: [en, fr, ar]"));
  appendFileSync(join(folder, "people.yaml"), `\n${person("amina", "Amina", "2099-01-01")}`);
  appendFileSync(join(folder, "people.yaml"), person("lerato", "Lerato", "2099-01-01"));
  const hill = { width: 480, height: 320, channels: 3, background: "#224" } as const;
  write("media/hill.webp", "");
  await sharp({ create: hill }).webp().toFile(join(folder, "media/hill.webp"));
  write(
    "books/two-hills.yaml",
    `title: Two hills
language: en
credits:
  text: The sample
  pictures: The sample
licence:
  name: CC BY 4.0
  url: https://creativecommons.org/licenses/by/4.0/
cover: { file: media/hill.webp, alt: Two hills at night }
pages:
${LINES.map((lines) => `  - picture:\n      file: media/hill.webp\n      alt: A hill at night\n    lines:\n${listed(lines)}`).join("")}`,
  );
  write("books/two-hills.fr.yaml", translated("Deux collines", "person", FRENCH));
  write("books/two-hills.ar.yaml", translated("تلتان", "machine", ARABIC));
  write(
    "books/bread.yaml",
    "title: Bread\nlanguage: sw\ncredits:\n  text: The sample\n  pictures: The sample\nlicence:\n  name: CC BY 4.0\npages:\n  - lines:\n      - Mkate.\n",
  );
  write("signings/two-hills.xki.yaml", signing("xki", "amina"));
  write("signings/two-hills.sfs.yaml", signing("sfs", "lerato"));
  const cues = [
    ["p1s1", 0, 1000, '{"s":"p1s1"}'],
    ["p1s2", 1000, 2000, '{"s":"p1s2"}'],
    ["asleep", 1500, 1800, '{"w":"asleep"}'],
    ["p2s1", 2000, 3000, '{"s":"p2s1"}'],
    ["p3s1", 3000, 4000, '{"s":"p3s1"}'],
  ] as const;
  const time = (ms: number) => `00:0${Math.floor(ms / 1000)}.${String(ms % 1000).padStart(3, "0")}`;
  write(
    "media/two-hills.vtt",
    `WEBVTT\n${cues.map(([id, from, to, what]) => `\n${id}\n${time(from)} --> ${time(to)}\n${what}\n`).join("")}`,
  );
  testCard(join(folder, "media/two-hills.mp4"), { seconds: 4, width: 320, height: 240 });
  succeed(["import", folder], env);
}

/** As if the clips had been cut already, of these weights. */
export async function withClips(env: Readonly<Record<string, string>>): Promise<void> {
  const { dialect } = openStore(join(env["CND_DATA"]!, "log.sqlite"));
  const db = new Kysely<{
    signing: { state: string };
    job: Record<string, unknown>;
    ladder: Record<string, unknown>;
    rung: Record<string, unknown>;
  }>({ dialect });
  const { state } = await db.selectFrom("signing").select("state").executeTakeFirstOrThrow();
  const { film, cues } = JSON.parse(state) as {
    readonly film: { readonly file: { readonly media: string } };
    readonly cues: { readonly media: string };
  };
  const { media } = film.file;
  const rung = (name: string, bytes: number, letter: string) => ({
    media,
    rung: name,
    bytes,
    file: `${letter.repeat(64)}.mp4`,
    width: 320,
    height: 240,
  });
  const clips = ["0-1000", "1000-2000", "1500-1800", "2000-3000", "3000-4000"];
  await db.deleteFrom("job").execute(); // what would be cut now is there
  const done = { rules: SILENT, done: 1 };
  const transcript = readFileSync(join(env["CND_DATA"]!, "media", cues.media), "utf8");
  await db
    .insertInto("ladder")
    .values([
      { ...done, media, seconds: 4, transcript: null },
      { ...done, media: cues.media, seconds: null, transcript },
    ])
    .execute();
  await db
    .insertInto("rung")
    .values([
      rung("sign-240", 300_000, "1"),
      rung("sign-480", 900_000, "2"),
      ...clips.flatMap((at, i) => [
        rung(`clip-${at}`, 70_000 + i, "abcde"[i]!),
        rung(`clip-${at}-light`, 40_000 + i, "56789"[i]!),
      ]),
    ])
    .execute();
  await db.destroy();
}
