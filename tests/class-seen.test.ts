/** Who sees a class: those who teach it, and nobody else (features/classes/README.md, CL41 and CL42). */
import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import type { Page } from "playwright-core";
import type { Visitor } from "../src/platform/accounts/account.ts";
import { ROLES, type Role } from "../src/platform/accounts/roles.ts";
import { accessTo, teachingPart } from "../src/features/classes/private/teaching.ts";
import { classesPart } from "../src/features/classes/private/classes.ts";
import { migrateLog } from "../src/platform/log/tables.ts";
import { accountsPart } from "../src/platform/private/accounts.ts";
import { openPrivate } from "../src/platform/private/private.ts";
import { axeFinds } from "./axe.ts";
import { DATABASES } from "./databases.ts";
import { atClasses } from "./class-house.ts";
import { succeed } from "./commands.ts";
import { deskAddresses } from "./desk-addresses.ts";
import { deskHouse } from "./desk-house.ts";
import { formIn } from "./form-reader.ts";

const CLASSES = "/desk/classes";
const MARKS = ["Quvexo", "Zimbrad", "Our hut", "Sunday hut"];
const CARE = { youngest: "8", oldest: "12", guardians: "meeting", agreed: "2026-11-01" };
let noor: Page;
const others = new Map<Role, Page>();
const house = deskHouse({ hasCourse: true }, async (open) => {
  noor = await open.signedIn("teacher", "Noor");
  for (const role of ROLES) others.set(role, await open.signedIn(role, `Another ${role}`));
});

const get = async (page: Page, path: string) => {
  const answer = await page.request.get(house.base + path, { maxRedirects: 0 });
  return { status: answer.status(), text: await answer.text(), to: answer.headers()["location"] };
};
const post = async (page: Page, path: string, form: Record<string, string>) => {
  const answer = await page.request.post(house.base + path, { form, maxRedirects: 0 });
  return { status: answer.status(), text: await answer.text(), to: answer.headers()["location"] };
};
const tells = (text: string) => MARKS.filter((mark) => text.includes(mark));

/** A class of Noor's. */
async function made(): Promise<{ readonly id: string; readonly learner: string }> {
  const form = formIn((await get(noor, `${CLASSES}/new`)).text, "names");
  const names = "Quvexo\nZimbrad";
  const typed = { ...form, ...CARE, name: "Sunday hut", place: "Our hut", names };
  const { to = "" } = await post(noor, `${CLASSES}/new`, typed);
  const id = /classes\/([\w-]{22})\/cards/.exec(to)?.[1];
  assert.ok(id, to);
  const learner = (await atClasses(house.env["CND_DATA"]!, (ask) => ask.whole(id)))!.learners[0]!;
  return { id, learner: learner.id };
}

/** Every address of the desk that is about one class, by method and path. */
function addressesOf({ id, learner }: { readonly id: string; readonly learner: string }) {
  const nobody = (): Visitor => ({}) as never;
  return [...deskAddresses(nobody)].flatMap(([name, { permission }]) => {
    const [method = "", path = ""] = name.split(" ");
    if (permission !== "teach" || !/:(?:id|room)\b/.test(path)) return [];
    const at = path
      .replaceAll(/:(?:id|room)\b/g, id)
      .replaceAll(":learner", learner)
      .replaceAll(/:\w+/g, "x");
    return [{ method, path: at }];
  });
}

const kept = (id: string) =>
  atClasses(house.env["CND_DATA"]!, async (ask) => JSON.stringify(await ask.whole(id)));

test("CL41 law: at every address of a class its teachers alone see it, whatever the role; nobody else changes anything of it", async () => {
  const room = await made();
  const addresses = addressesOf(room);
  assert.ok(addresses.length >= 20, String(addresses.length));
  assert.ok(addresses.some(({ path }) => path.startsWith("/desk/badges/")));
  const before = await kept(room.id);
  let looked = 0;
  for (const [role, page] of others)
    for (const { method, path } of addresses) {
      const form = { name: "x", names: "Mallory", sure: "yes", do: "end", tap: "open x", day: "x" };
      const answer = await (method === "GET" ? get(page, path) : post(page, path, form));
      const isLook = path.endsWith("/look") && role === "owner";
      if (isLook) continue; // where an owner says why: it names the class, and nobody in it
      assert.ok(answer.status >= 303, `${role} ${method} ${path}: ${answer.status}`);
      if (answer.status < 400)
        assert.ok(
          /\/look$|\/sign-in/.test(answer.to ?? ""),
          `${role} ${method} ${path} led to ${answer.to}`,
        );
      assert.deepEqual(tells(answer.text), [], `${role} ${method} ${path}`);
      looked += 1;
    }
  assert.ok(looked > 150, String(looked));
  assert.equal(await kept(room.id), before);
  const lists = ["/desk", CLASSES, "/desk/badges", "/desk/trail", "/desk/classes/evidence"];
  for (const [role, page] of others)
    for (const path of lists) {
      const told = tells((await get(page, path)).text);
      // An owner knows which classes there are, and who is in none of them.
      const mayTell = role === "owner" && path === CLASSES ? ["Sunday hut"] : [];
      assert.deepEqual(told, mayTell, `${role} ${path}`);
    }
  const own = addresses.filter(
    ({ method, path }) => method === "GET" && !/\/x$|look$|tap$|print$/.test(path),
  );
  assert.ok(own.length >= 7);
  for (const { path } of own) {
    const { status, text } = await get(noor, path);
    assert.equal(status, 200, path);
    assert.ok(tells(text).length > 0, path);
  }
  const again = {
    ...formIn((await get(others.get("teacher")!, `${CLASSES}/new`)).text, "names"),
    ...CARE,
  };
  const guessed = { ...again, id: room.id, name: "x", names: "Mallory" };
  const answer = await post(others.get("teacher")!, `${CLASSES}/new`, guessed);
  assert.equal(answer.status, 422);
  assert.deepEqual(tells(answer.text), [], "a guessed number of a class says nothing of it");
  assert.equal(await kept(room.id), before);
});

test("CL41 there may be several teachers; whoever was taken out sees nothing any more, and the last one stays", async () => {
  const { id } = await made();
  const settings = `${CLASSES}/${id}/settings`;
  const other = others.get("teacher")!;
  const { text } = await get(noor, settings);
  const account = /<option value="([^"]+)"[^>]*>Another teacher</.exec(text)![1]!;
  const own = /name="out" value="([^"]+)"/.exec(text)![1]!;
  assert.doesNotMatch(
    text,
    />Another (?:moderator|ranger|planner)</,
    "who may not teach is not offered",
  );
  assert.match((await post(noor, `${settings}/teachers`, { out: own })).to!, /alone/);
  assert.equal((await get(noor, settings)).status, 200);
  assert.equal((await get(other, settings)).status, 404);
  await post(noor, `${settings}/teachers`, { add: account });
  assert.equal((await get(other, settings)).status, 200);
  await post(other, `${settings}/teachers`, { out: own });
  assert.equal((await get(noor, settings)).status, 404);
  await post(other, `${settings}/teachers`, { add: own });
  await post(noor, `${settings}/teachers`, { out: account });
  assert.equal((await get(other, settings)).status, 404);
});

test("CL42 an owner says why, and looks for an hour; the trail keeps the reason, and the teachers read it", async () => {
  const { id } = await made();
  const owner = others.get("owner")!;
  const board = `${CLASSES}/${id}`;
  assert.equal((await get(owner, board)).to, `${board}/look`);
  const form = (await get(owner, `${board}/look`)).text;
  assert.match(form, /the teachers can read both/);
  assert.ok(!form.includes("Quvexo"));
  assert.equal((await post(owner, `${board}/look`, { why: "curious", words: "" })).status, 422);
  assert.equal((await get(owner, board)).status, 303);
  const said = { why: "worry", words: "A mother called the office." };
  assert.equal((await post(owner, `${board}/look`, said)).to, board);
  assert.match((await get(owner, `${board}/roster`)).text, /Quvexo/);
  assert.match(
    (await get(noor, `${board}/settings`)).text,
    /Another owner[^]*A mother called the office\./,
  );
  const trail = (await get(owner, "/desk/trail")).text;
  assert.match(trail, /worry/);
  assert.ok(!trail.includes("A mother called"), "the trail holds nothing that somebody typed");
  succeed(["class", "export", id, "--xapi", join(house.folder.dir, "class.jsonl")], house.env);
  assert.match((await get(noor, `${board}/settings`)).text, /exported the class as a file/);
  assert.equal((await get(others.get("editor")!, `${board}/look`)).status, 404);
  assert.equal((await post(others.get("editor")!, `${board}/look`, said)).status, 404);
});

test("CL40 bug: whoever was erased from a class came back by the list that was pasted again; now the line is named, and a box lets them in", async () => {
  const room = await made();
  const roster = `${CLASSES}/${room.id}/roster`;
  const data = house.env["CND_DATA"]!;
  const names = async () =>
    (await atClasses(data, (ask) => ask.whole(room.id)))!.learners.map(({ name }) => name);
  await atClasses(data, (ask) => ask.erase(room.learner));
  const form = formIn((await get(noor, roster)).text, "names");
  assert.ok(!("again" in form), "nobody asks before there is a reason");
  const typed = { ...form, names: "Rosa\n1. QUVEXO" };
  const refused = await post(noor, roster, typed);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Line 2: [^.]*QUVEXO[^.]* was erased from this class/);
  assert.deepEqual(await names(), ["Zimbrad"], "nobody of the list was added");
  assert.equal(formIn(refused.text, "names")["names"], "Rosa\n1. QUVEXO");
  assert.match(refused.text, /name="again"/);
  const came = await post(noor, roster, { ...typed, again: "yes" });
  assert.equal(came.status, 303);
  assert.deepEqual((await names()).toSorted(), ["QUVEXO", "Rosa", "Zimbrad"]);
  assert.match((await get(others.get("owner")!, "/desk/trail")).text, /erased, let in again/);
  const once = await post(noor, roster, { ...typed, again: "yes" });
  assert.equal(once.status, 303, "sent twice it is once");
  assert.equal((await names()).length, 3);
  const fresh = formIn((await get(noor, `${CLASSES}/new`)).text, "names");
  const sent = { ...fresh, ...CARE, name: "Gone", names: "Amal" };
  await post(noor, `${CLASSES}/new`, sent);
  await atClasses(data, (ask) => ask.drop(fresh["id"]!));
  assert.equal((await post(noor, `${CLASSES}/new`, sent)).status, 422);
  assert.equal(await atClasses(data, (ask) => ask.whole(fresh["id"]!)), undefined);
});

test("CL41 CL42 V87 axe finds nothing where an owner says why, where teachers are named, and after a restore", async () => {
  const li = await house.signedIn("owner", "Li", { script: true, width: 360 });
  const { id } = await made();
  const at = `${CLASSES}/${id}`;
  assert.deepEqual(await axeFinds(li, house.base, [`${at}/look`, "/desk/run/restored"]), []);
  const ana = await house.signedIn("teacher", "Ana", { script: true });
  assert.deepEqual(await axeFinds(ana, house.base, [`${at}/settings`]), []);
});

test("CL44 a printed card and the page that asks for its digits say who sees what is done there", async () => {
  const { id } = await made();
  const cards = `${CLASSES}/${id}/cards`;
  const page = (await get(noor, cards)).text;
  const form = formIn(page, "id");
  const ticked = Object.fromEntries(
    [...page.matchAll(/name="(card\.[^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  );
  const sheet = (await post(noor, cards, { ...form, ...ticked })).text;
  assert.equal(sheet.match(/class="seen"/g)?.length, 2);
  assert.equal(sheet.match(/Your teachers see what you do here\. You can stop/g)?.length, 2);
  const code = /<b dir="ltr">([2-9A-Z ]{10,14})</.exec(sheet)![1]!.replaceAll(" ", "");
  const asked = await (await fetch(`${house.base}/class/c/${code}`)).text();
  assert.match(
    asked,
    /class="seen"[^]*Your teachers see what you do here[^]*have everything you did here deleted/,
  );
});

for (const [name, open] of Object.entries(DATABASES))
  test(`CL42 what an owner opened is shut after an hour, whatever the clock does; a deleted class keeps no teacher, on ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const ask = await openPrivate(database.db, [classesPart, teachingPart]);
    const text = Object.fromEntries(
      ["id", "name", "course", "place", "starts", "ends", "key", "by"].map((column) => [
        column,
        "x",
      ]),
    );
    await ask("classes.open", { ...text, at: 1, closed: null, teacher: "noor" });
    const access = (id: string, role: string, at = 100) =>
      accessTo(database.db, { room: "x", account: { id, role }, at });
    assert.equal(await access("noor", "teacher"), "teaches");
    for (const role of ROLES)
      assert.equal(await access("li", role), role === "owner" ? "asks" : "no");
    const look = {
      id: "l",
      room: "x",
      account: "li",
      name: "Li",
      why: "worry",
      words: "x",
      at: 100,
    };
    await ask("class-teaching.look", look);
    const hour = 60 * 60_000;
    assert.equal(await access("li", "owner"), "looks");
    assert.equal(await access("li", "owner", 100 + hour), "asks");
    assert.equal(await access("li", "owner", 99), "asks");
    assert.equal(await access("li", "editor"), "no", "whoever is no owner any more");
    await ask("classes.drop", "x");
    assert.equal(await access("noor", "teacher"), "no");
  });

for (const [name, open] of Object.entries(DATABASES))
  test(`CL41 a class from before teachers were kept is taught by whoever made it, and by nobody else, on ${name}`, async () => {
    await using database = await open();
    const { db } = database;
    await migrateLog(db, database.store);
    const before = await openPrivate(db, [accountsPart, classesPart]);
    const user = (id: string, called: string) => ({
      id,
      name: called,
      email: `${id}@example.org`,
      role: "teacher",
      createdAt: "2026-01-01",
      updatedAt: "2026-01-01",
      emailVerified: 0,
      closed: 0,
      pinFailures: 0,
    });
    for (const row of [user("n", "Noor"), user("a", "Ana")])
      await before("accounts.create", { table: "auth_user", row });
    const text = Object.fromEntries(
      ["course", "place", "starts", "ends", "key"].map((column) => [column, "x"]),
    );
    // As the program of then would have: without a teacher of its own.
    for (const [id, by] of [
      ["made", "Noor"],
      ["orphan", "Somebody who left"],
    ])
      await before("classes.open", { ...text, id, name: id, by, at: 1, closed: null });
    await openPrivate(db, [accountsPart, classesPart, teachingPart]);
    const access = (room: string, id: string) =>
      accessTo(db, { room, account: { id, role: "teacher" }, at: 100 });
    assert.deepEqual(
      [await access("made", "n"), await access("made", "a"), await access("orphan", "n")],
      ["teaches", "no", "no"],
    );
  });
