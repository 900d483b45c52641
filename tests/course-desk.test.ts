/** A course changed at the desk, by requests as a browser without script sends them. */
import assert from "node:assert/strict";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { serve, temporary, type Served } from "../tools/program.ts";
import { courseCampaign } from "./campaigns.ts";
import { formIn, type FormValues } from "./form-reader.ts";
import { invitation } from "./invitation.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
const PATH = "/desk/content/courses/a-link-over-the-hill";
let server: Served;
let cookie: string;

before(async () => {
  await courseCampaign(env.CND_DATA);
  server = await serve(env);
  const link = await invitation(env.CND_DATA, { role: "editor", name: "Amina" });
  const done = await fetch(server.base + link, { method: "POST", redirect: "manual" });
  const set = done.headers.getSetCookie().map((one) => one.split(";")[0]);
  cookie = set.join("; ");
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const get = async (path: string): Promise<string> =>
  (await fetch(server.base + path, { headers: { cookie } })).text();
async function save(values: FormValues) {
  const body = new URLSearchParams(values);
  const done = await fetch(server.base + PATH, {
    method: "POST",
    headers: { cookie },
    body,
    redirect: "manual",
  });
  return { status: done.status, page: await done.text() };
}
/** Which tasks can be ticked, with their words. */
const offered = (page: string): [id: string, words: string][] =>
  [...page.matchAll(/name="badge\.shown\.([a-z-]+)"[^>]*>([^]*?)<\/label>/g)].map(
    ([, id, words]) => [id!, words!.replaceAll(/<[^>]+>/g, "").trim()],
  );
const ticked = (form: FormValues): string[] =>
  Object.keys(form).flatMap((name) => /^badge\.shown\.([a-z-]+)$/.exec(name)?.[1] ?? []);
const said = async (): Promise<number> =>
  [...(await get(`${PATH}/history`)).matchAll(/<h2 class="knot mini">/g)].length;

test("CU23 tasks are ticked by their questions, and a form that is sent as it came changes nothing", async () => {
  const page = await get(PATH);
  const [draw, lamp] = offered(page);
  assert.equal(draw![0], "draw-the-profile");
  assert.match(draw![1], /^Draw .*Reading a profile$/s);
  assert.equal(lamp![0], "light-a-lamp");
  const form = formIn(page, "base");
  assert.deepEqual(ticked(form), ["draw-the-profile", "light-a-lamp"]);
  const first = await said();
  assert.equal((await save(form)).status, 303);
  assert.equal(await said(), first);

  const { "badge.shown.draw-the-profile": _, ...without } = form;
  assert.equal((await save(without)).status, 303);
  const now = await get(PATH);
  assert.deepEqual(ticked(formIn(now, "base")), ["light-a-lamp"]);
  assert.deepEqual(
    offered(now).map(([id]) => id),
    ["light-a-lamp", "draw-the-profile", "your-five"],
  );
  assert.equal(await said(), first + 1);
  assert.match(await get(`${PATH}/history`), /Tasks that a teacher has to have seen · Draw /);
  const again = { ...formIn(now, "base"), "badge.shown.draw-the-profile": "yes" };
  assert.equal((await save(again)).status, 303);
  assert.equal(ticked(formIn(await get(PATH), "base")).length, 2);
});

test("CU23 a task that is in no lesson any more is told, and comes back with its tick", async () => {
  const form = formIn(await get(PATH), "base");
  const { status, page } = await save({ ...form, "badge.shown.none-such": "yes" });
  assert.equal(status, 422);
  assert.match(page, /id="badge\.shown-problem">One of the ticked tasks is in no lesson any more/);
  const [, words] = offered(page).find(([id]) => id === "none-such")!;
  assert.match(words, /in no lesson any more/);
});
