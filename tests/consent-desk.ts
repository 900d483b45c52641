/** A new campaign, somebody at its desk, and what is done there with who agreed to what. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { newCampaign } from "./campaigns.ts";
import { click, press } from "./clicks.ts";
import { succeed } from "./commands.ts";

export const CODE = /[2-9A-Z]{3} [2-9A-Z]{4} [2-9A-Z]{3}/;

/** Of one person: everything but how it was agreed. */
export const personal = (n: number, more: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries({ story: "yes", web: "yes", feed: "yes", until: "2099-01-01", ...more }).map(
      ([name, value]) => [`p${n}-${name}`, value],
    ),
  );

interface Ready {
  readonly server: Served;
  readonly desk: Page;
  readonly photo: Buffer;
}

/** One for the tests of a file: opened before them, closed after them. @param then gives what is there once it is open */
export function consentDesk(then: (ready: Ready) => void) {
  let server: Served;
  let browser: Browser;
  let desk: Page;
  let photo: Buffer;

  const folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data") };

  before(async () => {
    await newCampaign(env.CND_DATA);
    server = await serve(env);
    browser = await openBrowser();
    photo = await sharp({ create: { width: 320, height: 240, channels: 3, background: "#14221e" } })
      .jpeg()
      .toBuffer();
    const context = await browser.newContext({ javaScriptEnabled: false });
    desk = await context.newPage();
    const link = succeed(["account", "invite", "editor", "--name", "Amina"], env).trim();
    await desk.goto(server.base + new URL(link).pathname);
    await press(desk, "Sign in");
    then({ server, desk, photo });
  });
  after(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  const jpeg = (name: string) => ({ name, mimeType: "image/jpeg", buffer: photo });
  const status = async (path: string): Promise<number> => (await fetch(server.base + path)).status;
  /** How many records the log holds. */
  const said = async (): Promise<number> =>
    Number((await (await fetch(`${server.base}/log/checkpoint`)).text()).split("\n")[1]);
  const consents = (dir?: string): number => rowsOf("consent", dir).length;
  function rowsOf(table: string, dir = env.CND_DATA) {
    using db = new DatabaseSync(dataPaths(dir).database, { readOnly: true });
    return db.prepare(`select * from ${table}`).all();
  }

  async function withdraw(code: string): Promise<void> {
    await desk.goto(`${server.base}/withdraw`);
    await desk.fill("#code", code);
    await desk.check("[name=sure]");
    await desk.click("button[type=submit]");
    assert.match(await desk.innerText("h1"), /Withdrawn/);
  }

  const href = async (name: string): Promise<string> =>
    server.base + (await desk.getByRole("link", { name }).first().getAttribute("href"));
  const mediaOf = async (page: string): Promise<string> =>
    /\/media\/[0-9a-f]{64}\.jpg/.exec(page)![0];

  /** What the desk's form of the draft has in a field. */
  const field = (name: string) => desk.locator(`[name="${name}"]`).first().inputValue();

  /** The addresses of those whom the draft names, as its file has them. */
  function peopleIn(draft: string): string[] {
    const versions = rowsOf("draft_version").filter(
      (one) => one["aside"] === 0 && one["draft"] === draft.split("/").at(-1),
    );
    const text = String(
      versions.toSorted((a, b) => Number(a["version"]) - Number(b["version"])).at(-1)?.["text"],
    );
    return /^people: \[(.*)\]$/m.exec(text)?.[1]!.split(", ") ?? [];
  }

  function recorded(name: string, ...args: readonly string[]): Blob {
    const path = join(folder.dir, name);
    execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", ...args, path]);
    return new Blob([new Uint8Array(readFileSync(path))]);
  }

  const proofs = (dir?: string) =>
    rowsOf("upload", dir).filter(({ what }) => String(what).endsWith("proof"));
  const idOf = ({ id }: Readonly<Record<string, unknown>>): string => String(id);

  /** At the desk. @returns the page of its draft */
  async function begin(title: string): Promise<string> {
    await desk.goto(`${server.base}/desk/stories`);
    await desk.getByLabel("Title").fill(title);
    await press(desk, "Start");
    return desk.url();
  }

  /** Taken down at the desk, with the photo of a form. @returns the code that was handed over */
  async function agree(draft: string, name: string): Promise<string> {
    await desk.goto(`${draft}/consents`);
    await desk.fill("#shown", name);
    await desk.fill("#p0-name", `${name}, in her passport`);
    for (const one of ["p0-story", "p0-web"]) await desk.check(`[name=${one}]`);
    await desk.fill("#p0-asked", "Amina");
    await desk.selectOption("#p0-how", "signed form");
    await desk.setInputFiles("#p0-proof", [jpeg("form.jpg")]);
    await press(desk, "Save");
    return CODE.exec(await desk.innerText('main [role="status"]'))![0];
  }

  /** @returns the addresses of those whom it names */
  async function publish(
    draft: string,
    more: readonly string[] = [],
    words = "They call.",
  ): Promise<string[]> {
    await desk.goto(draft);
    const written = peopleIn(draft);
    const people = [...written, ...more];
    await desk.fill("[name=summary]", "They have a line now.");
    await desk.fill("[name=category]", "Health");
    await desk.fill("[name=markdown]", words);
    for (const [i, one] of more.entries())
      await desk.fill(`[name="people.${written.length + i}"]`, one);
    await press(desk, "Save, then publish …");
    await press(desk, "Publish");
    return people;
  }

  async function surely(draft: string, label: string, does: string): Promise<void> {
    await desk.goto(draft);
    await click(desk.locator("details", { hasText: label }).last().locator("summary"));
    await desk.locator(`form[action$="/${does}"] [name=sure]`).check();
    await click(desk.locator(`form[action$="/${does}"] button`));
  }
  const eraseAtDesk = (draft: string) => surely(draft, "Erase", "erase");
  /** The draft alone: what was published stands. */
  const deleteDraft = (draft: string) => surely(draft, "Delete", "delete");

  return {
    env,
    folder,
    jpeg,
    status,
    said,
    consents,
    rowsOf,
    withdraw,
    href,
    mediaOf,
    proofs,
    idOf,
    field,
    peopleIn,
    recorded,
    begin,
    agree,
    publish,
    deleteDraft,
    eraseAtDesk,
  };
}
