/** What the thread answers beside what its library does: pages by their own addresses, what is gone, and people who look. */
import type { Context, Federation } from "@fedify/fedify";
import { Tombstone } from "@fedify/fedify/vocab";
import { saidPost } from "../private/deliveries.ts";
import { OURS } from "./addresses.ts";
import { attributed } from "./attributed.ts";
import { actorCard, isTakenBack, postOf, standingAt, type House } from "./house.ts";
import { objectUri } from "./objects.ts";
import { ownLanguageFirst } from "./own-language.ts";
import type { Answered, Asked } from "./thread.ts";

type Ctx = Context<House>;
const ACTIVITY = "application/activity+json";
const WEBFINGER = "/.well-known/webfinger";

/** @param context of the base address */
export async function answerFor(
  fedify: Federation<House>,
  context: Ctx,
  asked: Asked,
): Promise<Answered> {
  const { data: house } = context;
  const at = new URL(asked.url, house.base);
  const isPage = !OURS.test(at.pathname);
  const url = isPage ? await shownAt(context, at.pathname) : at;
  if (!url) return answeredBy(nothing(), house.base);
  const page = url.pathname === WEBFINGER && (await pageFinger(context, url));
  if (page) return answeredBy(page, house.base);
  const accepts = acceptOf(asked);
  const isForPeople = PEOPLE.test(accepts) && !SERVERS.test(accepts);
  const gone = async () => (await goneAt(context, url, isForPeople)) ?? nothing();
  const request = requestOf(url, asked);
  if (!isPage && asked.method === "GET") {
    const answer = await gone();
    if (answer.status === 410) return answeredBy(answer, house.base);
    const forPeople = isForPeople && (await pageOf(context, url));
    if (forPeople) return answeredBy(forPeople, house.base);
    if (ANYTHING.test(accepts)) request.headers.set("Accept", ACTIVITY);
  }
  const answer = await fedify.fetch(request, {
    contextData: house,
    onNotFound: gone,
    onNotAcceptable: async () =>
      isPage ? nothing() : ((await pageOf(context, url)) ?? notForPeople()),
  });
  return answeredBy(answer, house.base);
}

/** Where what a page shows stands. */
async function shownAt(ctx: Ctx, path: string): Promise<URL | undefined> {
  const stands = await standingAt(ctx.data, path);
  if (!stands) return undefined;
  return "post" in stands ? objectUri(ctx, stands.post) : ctx.getActorUri(stands.actor);
}

/** WebFinger of a page that is nobody's own: where its object stands. */
async function pageFinger(ctx: Ctx, { searchParams }: URL): Promise<Response | undefined> {
  const resource = searchParams.get("resource") ?? "";
  const url = URL.parse(resource);
  if (url?.origin !== new URL(ctx.data.base).origin) return undefined;
  const stands = await standingAt(ctx.data, url.pathname);
  if (!stands || !("post" in stands)) return undefined;
  const post = await postOf(ctx.data, stands.post);
  if (!post) return undefined;
  const page = new URL(post.path, ctx.data.base).href;
  const links = [
    { rel: "self", type: ACTIVITY, href: objectUri(ctx, post.id).href },
    { rel: "http://webfinger.net/rel/profile-page", type: "text/html", href: page },
  ];
  const headers = { "Content-Type": "application/jrd+json", "Access-Control-Allow-Origin": "*" };
  return new Response(JSON.stringify({ subject: resource, links }), { headers });
}

/** What was taken back says so, whatever is asked for: servers ask in many ways whether they may believe a deletion. */
async function goneAt(ctx: Ctx, url: URL, isForPeople: boolean): Promise<Response | undefined> {
  const parsed = ctx.parseUri(new URL(url.pathname, ctx.data.base));
  const id =
    parsed?.type === "object"
      ? parsed.values["id"]
      : parsed?.type === "actor"
        ? parsed.identifier
        : undefined;
  if (id === undefined) return undefined;
  const { data: house } = ctx;
  const said = await house.asking(({ db }) => saidPost(db, id));
  if (said?.state !== "deleted" && !(await isTakenBack(house, id))) return undefined;
  if ((await postOf(house, id)) ?? (await actorCard(house, id))) return undefined; // shown again
  if (isForPeople) return new Response("It was taken back\n", { status: 410, headers: TEXT });
  const uri = new URL(url.pathname, house.base);
  const json = await new Tombstone({ id: uri }).toJsonLd(ctx);
  return new Response(JSON.stringify(json), {
    status: 410,
    headers: { "Content-Type": ACTIVITY, Vary: "Accept" },
  });
}

const PEOPLE = /text\/html|application\/xhtml\+xml/i; // browsers name these
const SERVERS = /application\/(?:activity\+json|ld\+json|json)/i; // some ask for pages beside
const ANYTHING = /\*\/\*|application\/\*/;
/** Who does not say what they take takes anything. */
const acceptOf = ({ headers }: Asked): string =>
  headers.find(([name]) => name.toLowerCase() === "accept")?.[1] || "*/*";

/** Somebody who opens such an address in a browser is led to the page. */
async function pageOf(ctx: Ctx, url: URL): Promise<Response | undefined> {
  const parsed = ctx.parseUri(new URL(url.pathname, ctx.data.base));
  const found =
    parsed?.type === "actor"
      ? await actorCard(ctx.data, parsed.identifier)
      : parsed?.type === "object"
        ? await postOf(ctx.data, parsed.values["id"] ?? "")
        : undefined;
  if (!found) return undefined;
  const headers = { Location: new URL(found.path, ctx.data.base).href, Vary: "Accept" };
  return new Response(null, { status: 303, headers });
}

const TEXT = { "Content-Type": "text/plain; charset=utf-8", Vary: "Accept" };
const nothing = (): Response =>
  new Response("Nothing stands at this address\n", { status: 404, headers: TEXT });
const notForPeople = (): Response =>
  new Response(`Other servers read this, as ${ACTIVITY}\n`, { status: 406, headers: TEXT });

function requestOf(url: URL, { method, headers, body }: Asked): Request {
  return new Request(url, {
    method,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    ...(body && { body: Buffer.from(body) }),
  });
}

/** Everybody is named in full: short, they are known to readers of JSON-LD alone, and snac takes it for a private letter. */
async function answeredBy(answer: Response, base: string): Promise<Answered> {
  const isObject = answer.headers.get("Content-Type")?.includes("json") ?? false;
  const body = isObject
    ? new TextEncoder().encode(inOrder(await answer.text(), base).replaceAll(SHORT, LONG))
    : new Uint8Array(await answer.arrayBuffer());
  answer.headers.set("Vary", "Accept"); // the library says so of some answers alone
  return { status: answer.status, headers: [...answer.headers], body };
}

const inOrder = (json: string, base: string): string =>
  JSON.stringify(ownLanguageFirst(attributed(JSON.parse(json), base)));
const SHORT = '"as:Public"';
const LONG = '"https://www.w3.org/ns/activitystreams#Public"';
