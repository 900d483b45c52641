/**
 * Power cuts at the desk: people save forms of every kind, the process is killed as they do, again and again. What was acknowledged
 * is there, and what was not is there whole or not at all. Two people write on one partner, and on the campaign by two forms.
 */
import assert from "node:assert/strict";
import { once } from "node:events";
import { join } from "node:path";
import test, { after } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { cnd, serveAlone, temporary, type ServedAlone } from "../../tools/program.ts";
import { newCampaign } from "../campaigns.ts";
import { succeed } from "../commands.ts";
import { formIn, type FormValues } from "../form-reader.ts";
import { invitation } from "../invitation.ts";

const KILLS = Number(process.env["CND_KILLS"] ?? 50);
const MOST = 30; // saves that are acknowledged before the end of a process
const AFTER = 60; // ms at most, from the last of them

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
const AT = "/desk/content";
let server: ServedAlone;
let cookies: Record<"owner" | "editor", string>;
type Who = keyof typeof cookies;

after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

interface Answer {
  readonly status: number;
  readonly to: string;
  readonly page: string;
}
async function ask(path: string, who: Who, values?: FormValues | FormData): Promise<Answer> {
  const body = values && !(values instanceof FormData) ? new URLSearchParams(values) : values;
  const headers = { cookie: cookies[who], "sec-fetch-site": "same-origin" };
  const sent = { headers, redirect: "manual", ...(body && { method: "POST", body }) } as const;
  const done = await fetch(server.base + path, sent);
  return {
    status: done.status,
    to: done.headers.get("location") ?? "",
    page: await done.text(),
  };
}

/** One form that is saved again and again, each time with another number in all its fields. */
interface Form {
  readonly name: string;
  readonly path: string;
  readonly who: Who;
  /** A field of the form. */
  readonly having: string;
  /** By field, around the number. */
  readonly marks: Readonly<Record<string, (n: number) => string>>;
  /** Sent with it: the button. */
  readonly with?: FormValues;
}
interface Saved {
  /** The last that was. */
  acknowledged: number;
  sent: number;
}

const at = (n: number): string => `https://example.org/n/${n}`;
const says = (n: number): string => `It was said for the ${n}th time.`;
const numberIn = (text: string | undefined): number => Number(/\d+/.exec(text ?? "")?.[0] ?? -1);

const SOURCE = (field: string): FormValues => ({
  [`${field}.title`]: "Annual report",
  [`${field}.url`]: "https://example.org/report",
  [`${field}.date`]: "2025",
});
/** What a thing of each space needs, and which of its fields are written again and again. */
const KINDS = {
  partners: {
    need: (name: string) => ({ name, kind: "carrier", standing: "joined" }),
    marks: { summary: says, url: at },
  },
  places: {
    need: (name: string) => ({
      "properties.name": name,
      "properties.country": "ZM",
      "geometry.coordinates": "15°25′12″S 28°17′E",
    }),
    marks: { "properties.note": says, "properties.region": (n: number) => `Region ${n}` },
  },
  people: {
    need: (name: string) => ({ name, "role.text": "Founder", ...SOURCE("role.source") }),
    marks: { title: says, "role.source.url": at },
  },
  programmes: {
    need: (title: string) => ({ title, summary: "Masts.", purpose: "To read." }),
    marks: { summary: says, markdown: says },
  },
  pledges: {
    need: (title: string) => ({
      title,
      kind: "pledge",
      pledger: "Hill Networks",
      summary: "People.",
      metric: "people with a connection",
      unit: "people",
      target: "1,000",
      from: "2025",
      by: "2027-06",
    }),
    marks: { summary: says, target: (n: number) => String(n) },
  },
} as const satisfies Record<string, { need: (name: string) => FormValues; marks: Form["marks"] }>;
type Space = keyof typeof KINDS;

const filled = ({ marks }: Pick<Form, "marks">, n: number): FormValues =>
  Object.fromEntries(Object.entries(marks).map(([field, say]) => [field, say(n)]));

/** As long for each, so that none is found by a part of another's name. */
const nth = (n: number): string => `n${String(n).padStart(3, "0")}`;

/** A new thing by its form. @returns its path, once that was acknowledged */
async function make(space: Space, name: string, n: number): Promise<string> {
  const form = formIn((await ask(`${AT}/${space}/new`, "editor")).page, "base");
  const all = { ...form, ...KINDS[space].need(name), ...filled(KINDS[space], n) };
  const { status, to, page } = await ask(`${AT}/${space}/new`, "editor", all);
  assert.equal(status, 303, problemsIn(page));
  return to.split("?")[0]!;
}
const problemsIn = (page: string): string =>
  [...page.matchAll(/id="([^"]*)-problem">([^<]*)</g)].map(([, of, why]) => `${of}: ${why}`).join();

/** Save it with the next number, and once more where somebody else was quicker. */
async function save(form: Form, saved: Saved): Promise<void> {
  let { page } = await ask(form.path, form.who);
  const n = ++saved.sent;
  for (let tries = 0; tries < 20; tries += 1) {
    const values = { ...formIn(page, form.having), ...form.with, ...filled(form, n) };
    const answer = await ask(form.path, form.who, values);
    if (answer.status === 303 && !answer.to.includes("/both")) {
      saved.acknowledged = n;
      return;
    }
    assert.equal(answer.status, 409, `${form.name}: ${answer.status} ${problemsIn(answer.page)}`);
    ({ page } = await ask(form.path, form.who));
  }
  assert.fail(`${form.name} was never taken`);
}

/** Every field says one number: the last that was acknowledged, or one that was sent since. */
async function check(form: Form, saved: Saved): Promise<boolean> {
  const { status, page } = await ask(form.path, form.who);
  assert.equal(status, 200, `${form.name} is there`);
  const values = formIn(page, form.having);
  const numbers = Object.entries(form.marks).map(([field, say]) => {
    const n = numberIn(values[field]);
    assert.equal(values[field], say(n), `${form.name}, ${field}`);
    return n;
  });
  assert.equal(new Set(numbers).size, 1, `${form.name} is whole: ${numbers.join(", ")}`);
  const [n = -1] = numbers;
  const { acknowledged, sent } = saved;
  assert.ok(n >= acknowledged && n <= sent, `${form.name}: ${n}, of ${acknowledged} to ${sent}`);
  const wasTaken = n > acknowledged;
  saved.acknowledged = saved.sent = n;
  return wasTaken;
}

test("KO5 W2 C16 U16 killed as forms of every kind are saved, nothing acknowledged is lost and nothing is half there", async () => {
  await newCampaign(env.CND_DATA);
  server = await serveAlone(env);
  cookies = { owner: await enter("owner"), editor: await enter("editor") };
  const forms = await begin();
  const all = forms.map((form) => ({ form, saved: { acknowledged: 0, sent: 0 } }));
  for (const { form, saved } of all) await save(form, saved);
  const made: { space: Space; name: string; n: number; path?: string }[] = [];
  const spaces = Object.keys(KINDS) as Space[];
  const counts = { acknowledged: 0, unanswered: 0, taken: 0, made: 0, madeUnanswered: 0 };

  for (let kill = 0; kill < KILLS; kill += 1) {
    const turn = { isOver: false, acknowledged: 0 };
    const enough = Math.floor(Math.random() * MOST);
    const cut = (error: Error): void => {
      if (!turn.isOver || error.name === "AssertionError") throw error; // a cut line is what this test is about
    };
    const writing = all.map(async ({ form, saved }) => {
      for (; ; turn.acknowledged += 1) await save(form, saved);
    });
    const making = spaces.map(async (space, i) => {
      for (let k = 0; ; k += 1, turn.acknowledged += 1) {
        const one: (typeof made)[number] = {
          space,
          name: `Made ${nth(kill)}${nth(k)} ${space}`,
          n: i + 7,
        };
        made.push(one);
        one.path = await make(space, one.name, one.n);
      }
    });
    const ended = once(server.process, "exit");
    const over = Promise.all([...writing, ...making].map((one) => one.catch(cut)));
    while (turn.acknowledged < enough) await Promise.race([over, sleep(1)]);
    await Promise.race([over, sleep(Math.random() * AFTER)]);
    turn.isOver = true;
    server.process.kill("SIGKILL");
    await Promise.all([ended, over]);
    counts.acknowledged += turn.acknowledged;
    counts.unanswered += all.filter(({ saved }) => saved.sent > saved.acknowledged).length;

    server = await serveAlone(env);
    for (const { form, saved } of all) if (await check(form, saved)) counts.taken += 1;
    for (const one of made.splice(0)) {
      const found = await findMade(one);
      assert.ok(found || !one.path, `${one.name} was acknowledged`);
      counts[one.path ? "made" : "madeUnanswered"] += 1;
    }
  }
  await server[Symbol.asyncDispose]();
  console.log(JSON.stringify({ kills: KILLS, forms: all.length, ...counts }));
  assert.ok(counts.acknowledged > KILLS && counts.unanswered > KILLS && counts.made > 0);
  succeed(["verify"], env);
  succeed(["export", join(folder.dir, "out")], env);
  assert.match(cnd(["import", join(folder.dir, "out"), "--dry-run"], env).out, /\(0 records\)/);
});

/** @returns whether it is there; then it is whole */
async function findMade({ space, name, n }: { space: Space; name: string; n: number }) {
  const list = (await ask(`${AT}/${space}?q=${encodeURIComponent(name)}`, "editor")).page;
  const paths = [...list.matchAll(new RegExp(`href="(${AT}/${space}/made-[^"/?]*)"`, "g"))];
  assert.ok(paths.length <= 1, `${name} is there once`);
  const path = paths[0]?.[1];
  const address = `/${space === "people" ? "authors" : space}/${name.toLowerCase().replaceAll(" ", "-")}`;
  const isPublic = (await fetch(server.base + address)).status === 200;
  assert.equal(isPublic, path !== undefined, `${name} is at the desk and on its page, or nowhere`);
  if (path === undefined) return false;
  const values = formIn((await ask(path, "editor")).page, "base");
  for (const [field, value] of Object.entries(filled(KINDS[space], n)))
    assert.equal(values[field]?.replaceAll(",", ""), value, `${name}, ${field}`);
  return true;
}

/** What there is to write on. */
async function begin(): Promise<readonly Form[]> {
  const hills = await make("partners", "Hill Networks", 0);
  const things: Form[] = [];
  for (const space of Object.keys(KINDS) as Space[]) {
    const path = await make(space, `One of ${space}`, 0);
    things.push({ name: space, path, who: "editor", having: "base", marks: KINDS[space].marks });
  }
  const draft = (await ask("/desk/stories", "editor", { title: "A mast", slug: "" })).to;
  const letter = (await ask("/desk/newsletters", "editor", {})).to;
  const content = { having: "base" } as const;
  return [
    ...things,
    { name: "hers", path: hills, who: "editor", marks: { summary: says }, ...content },
    { name: "his", path: hills, who: "owner", marks: { url: at }, ...content },
    await dataset(),
    {
      name: "draft",
      path: new URL(draft, server.base).pathname,
      who: "editor",
      having: "markdown",
      marks: { summary: says, markdown: says },
    },
    {
      name: "newsletter",
      path: letter.split("?")[0]!,
      who: "editor",
      having: "words0",
      marks: { title: says, words0: says },
      with: { do: "save" },
    },
    {
      name: "front page",
      path: "/desk/front",
      who: "editor",
      having: "linkText",
      marks: { linkText: (n) => `Shop ${n}`, linkTo: at },
    },
    {
      name: "settings",
      path: "/desk/settings",
      who: "owner",
      having: "claim",
      marks: { claim: says, purpose: says },
    },
  ];
}

/** A table, looked at and saved. */
async function dataset(): Promise<Form> {
  const path = `${AT}/datasets/new`;
  const fields: FormValues = {
    title: "People online",
    kind: "country-indicator",
    unit: "%",
    "source.title": "A register",
    "source.url": "https://example.org/data",
    licence: "CC BY 4.0",
    date: "2024",
  };
  const form = new FormData();
  const values = { ...formIn((await ask(path, "editor")).page, "base"), ...fields };
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  form.set("file_new", new Blob(["country,date,value\nZM,2024,21.5\nZA,2024,75\n"]), "t.csv");
  const shown = await ask(path, "editor", form);
  assert.equal(shown.status, 200, problemsIn(shown.page));
  const saved = await ask(path, "editor", formIn(shown.page, "base"));
  assert.equal(saved.status, 303, problemsIn(saved.page));
  const marks = { unit: (n: number) => `% ${n}`, "source.url": at };
  return { name: "dataset", path: saved.to.split("?")[0]!, who: "editor", having: "base", marks };
}

async function enter(role: Who): Promise<string> {
  const link = await invitation(env.CND_DATA, { role, name: role });
  const headers = { "sec-fetch-site": "same-origin" };
  const done = await fetch(server.base + link, { method: "POST", redirect: "manual", headers });
  const cookie = done.headers.getSetCookie().map((one) => one.split(";")[0]!);
  return cookie.join("; ");
}
