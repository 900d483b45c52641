/** The open data of the first campaign, as it is served: whole, valid, readable from any site. */
import assert from "node:assert/strict";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { FILES } from "../src/features/open-data/files.ts";
import { found, schemaErrors } from "../src/features/open-data/iati.test.kit.ts";
import { misfits, type Schema } from "../src/features/open-data/json-schema.test.kit.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { firstCampaign } from "./campaigns.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;

before(async () => {
  await firstCampaign(env.CND_DATA);
  server = await serve(env);
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const json = async (path: string) => (await fetch(server.base + path)).json();

test("every answer of the API is as it is described, in every language", async () => {
  const api = await json("/api/openapi.json");
  const one: Record<string, string[]> = {};
  for (const kind of ["stories", "pledges"])
    one[kind] = (await json(`/api/${kind}`)).items.map((item: { slug: string }) => item.slug);
  let checked = 0;
  for (const { url } of api.servers)
    for (const [path, { get }] of Object.entries<Described>(api.paths))
      for (const slug of path.includes("{") ? one[path.split("/")[2]!]! : [""]) {
        const answer = await fetch(url + path.replace("{slug}", slug));
        assert.equal(answer.status, 200, `${url}${path} ${slug}`);
        const { schema } = get.responses[200].content["application/json"];
        assert.deepEqual(misfits(await answer.json(), schema, api.components.schemas), [], path);
        checked += 1;
      }
  assert.ok(checked > 90, `${checked} answers`);
});

test("the IATI file of the campaign is valid", async () => {
  const xml = await (await fetch(`${server.base}/data/iati-activities.xml`)).text();
  assert.deepEqual(schemaErrors(xml), []);
  assert.ok(found(xml, "//iati-activity").length > 8);
  assert.ok(found(xml, "//actual").length > 40);
});

test("files can be read from any site and are sent once: an unchanged one is 304", async () => {
  const { items } = await json("/api/pledges");
  const own = FILES.map(({ path }) => path).filter((path) => path !== "/log");
  for (const path of [...own, "/api/stories", `/data/pledges/${items[0].slug}.html`]) {
    const first = await fetch(server.base + path);
    assert.equal(first.status, 200, path);
    assert.equal(first.headers.get("access-control-allow-origin"), "*", path);
    const known = { "If-None-Match": first.headers.get("etag")! };
    assert.equal((await fetch(server.base + path, { headers: known })).status, 304, path);
  }
});

test("what an address of open data leads to is there", async () => {
  const [story] = (await json("/api/stories")).items;
  for (const url of [story.page, story.api]) assert.equal((await fetch(url)).status, 200, url);
  for (const path of ["/api", "/data/pledges/none.html", "/api/stories?page=2", "/api/nothing"])
    assert.equal((await fetch(server.base + path)).status, path === "/api" ? 200 : 404, path);
});

interface Described {
  readonly get: {
    readonly responses: {
      readonly 200: {
        readonly content: { readonly "application/json": { readonly schema: Schema } };
      };
    };
  };
}
