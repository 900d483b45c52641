/** Whoever is invited by a link chooses a way of their own, and is never asked for one that they do not have (features/desk/README.md, D65). */
import assert from "node:assert/strict";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { ROLES, type Role } from "../src/platform/accounts/roles.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { deskAddresses } from "./desk-addresses.ts";
import { ageSignIns, invitation, newLink } from "./invitation.ts";

const folder = temporary();
const data = join(folder.dir, "data");
const PIN = "48213377";
let server: Served;
before(async () => {
  await newCampaign(data);
  server = await serve({ CND_DATA: data });
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** Somebody's browser, without a script. */
class Device {
  #cookie = "";

  async get(path: string) {
    return this.#kept(
      await fetch(server.base + path, { redirect: "manual", headers: { cookie: this.#cookie } }),
    );
  }
  async post(path: string, fields: Record<string, string> = {}) {
    const headers = { cookie: this.#cookie, origin: server.base };
    const body = new URLSearchParams(fields);
    const how = { method: "POST", redirect: "manual", headers, body } as const;
    return this.#kept(await fetch(server.base + path, how));
  }
  async #kept(response: Response) {
    const came = response.headers.getSetCookie().map((one) => one.split(";")[0]!);
    if (came.length > 0) this.#cookie = came.join("; ");
    const to = response.headers.get("location") ?? "";
    return {
      status: response.status,
      to: to.replace(server.base, ""),
      text: await response.text(),
    };
  }
}

async function invited(role: Role, name: string): Promise<Device> {
  const device = new Device();
  const came = await device.post(await invitation(data, { role, name }));
  assert.deepEqual([came.status, came.to], [303, "/desk"]);
  return device;
}

/** Every page of the desk with an address of its own. */
const pages = [...deskAddresses(() => assert.fail("nobody asks here")).keys()]
  .filter((name) => name.startsWith("GET /desk") && !/[:*]|\/script\/|sign-in/.test(name))
  .map((name) => name.slice("GET ".length));

/** The pages that ask them to come in once more. */
async function asking(device: Device): Promise<string[]> {
  const found = [];
  for (const path of pages)
    if ((await device.get(path)).to.startsWith("/desk/sign-in?again")) found.push(path);
  return found;
}

for (const role of ROLES)
  test(`D65 law: who was invited as ${role} and does what the first page says opens, hours later, all that asks for them`, async () => {
    const device = await invited(role, `With ${role}`);
    const { text } = await device.get("/desk");
    assert.match(text, /How will you sign in next time\?[^]*action="\/desk\/me\/pin"/);
    assert.ok(text.indexOf('id="way"') < text.indexOf('id="waiting"'), "before anything else");
    assert.match(text, /If you sign out now, you will need a new link/);
    const chose = await device.post("/desk/me/pin", { pin: PIN, again: PIN });
    assert.equal(chose.to, "/desk/me?done=pinSaved");
    const then = await device.get("/desk");
    assert.doesNotMatch(then.text, /next time|If you sign out/);
    await ageSignIns(data, `With ${role}`, 125);
    const asked = await asking(device);
    assert.ok(asked.includes("/desk/me/codes") && (role !== "owner" || asked.length > 5));
    for (const path of asked) {
      await ageSignIns(data, `With ${role}`, 125);
      const { to } = await device.get(path);
      const again = await device.get(to);
      assert.match(again.text, /name="pin"/);
      assert.doesNotMatch(again.text, /type="email"|data-passkey/, "they have none of these");
      const onward = /name="then" value="([^"]+)"/.exec(again.text)![1]!;
      const fields = [
        ["way", "pin"],
        ["name", `With ${role}`],
        ["pin", PIN],
        ["then", onward],
      ];
      const came = await device.post(
        "/desk/sign-in",
        Object.fromEntries(fields) as Record<string, string>,
      );
      assert.ok(came.to !== "/desk" && path.startsWith(came.to), `${path}: ${came.to}`); // or the page that leads there
      assert.equal((await device.get(path)).status, 200, path);
    }
  });

for (const role of ROLES)
  test(`D65 law: who was invited as ${role} and chose no way is asked for none, and reads how to get one`, async () => {
    const device = await invited(role, `Without ${role}`);
    await ageSignIns(data, `Without ${role}`, 16);
    const home = await device.get("/desk");
    assert.doesNotMatch(
      home.text,
      /action="\/desk\/me\/pin"/,
      "a sign-in that was found sets none",
    );
    assert.match(home.text, /Choose how to sign in next time/);
    const refused = await device.post("/desk/me/pin", { pin: PIN, again: PIN });
    assert.match(refused.to, /^\/desk\/sign-in\?again/);
    const { text } = await device.get(refused.to);
    assert.doesNotMatch(text, /name="pin"|type="email"|data-passkey/);
    const how =
      role === "owner"
        ? /<code dir="ltr">cnd account link &quot;Without owner&quot;<\/code>/
        : /Ask an owner for a new link and sign in with it\./;
    assert.match(text, how);
    // What the page says works: a new link, and the first page asks for a way again.
    await device.post(await newLink(data, `Without ${role}`));
    assert.match((await device.get("/desk")).text, /action="\/desk\/me\/pin"/);
  });
