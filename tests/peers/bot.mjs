/** The other peer: one bot of @evanp/activitypub-bot that does what lines on its standard input say, and answers each. */
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const { PEER } = process.env;
// It asks for release 4 of its vocabulary, which is nowhere to be had. Release 3 lacks two
// functions that it calls, forgets in which context something came, and takes no objects of its own within others.
const need = createRequire(`${PEER}/node_modules/activitystrea.ms/src/`);
const Loader = need("./contextloader.js");
const own = Loader.prototype.makeDocLoader;
Loader.prototype.makeDocLoader = () => own.call(Loader.defaultInstance);
const JsonLD = need("./jsonld.js");
const read = JsonLD.import;
JsonLD.import = async (input, options) => {
  const plain = { ...input };
  for (const [name, value] of Object.entries(plain))
    if (typeof value?.export === "function")
      plain[name] = await value.export({ useOriginalContext: true });
  return read.call(JsonLD, plain, options);
};
const AS2 = need("./activitystreams.js");
AS2.registerContext = (url, context) => Loader.defaultInstance.register(url, context);
Object.defineProperty(need("./environment.js").prototype, "origContext", {
  get() {
    return this.originalContext;
  },
});
Object.defineProperty(need("./models/_base.js").prototype, "isActivity", {
  value() {
    return this.actor !== undefined;
  },
});

const at = (name) => import(`${PEER}/node_modules/@evanp/activitypub-bot/lib/${name}.js`);
const { makeApp, Bot } = await at("index");

/** What came to it, as it came. */
const heard = [];
class Telling extends Bot {
  initialize(context) {
    this.context = context;
    return super.initialize(context);
  }

  async handleActivity(activity) {
    heard.push(await activity.export({ useOriginalContext: true }));
    return false;
  }
}
const bot = new Telling("carol", { fullname: "Carol", description: "A peer under test." });
const app = await makeApp({
  databaseUrl: process.env.DATABASE_URL,
  origin: process.env.ORIGIN,
  bots: { carol: bot },
  logLevel: process.env.LOG_LEVEL ?? "silent",
  deliveryWorkerCount: 1,
  distributionWorkerCount: 1,
  fanoutWorkerCount: 1,
  intakeWorkerCount: 1,
  allowPrivateNetworkRequests: true,
  trustProxy: 1,
});
const server = app.listen(0, "127.0.0.1", () =>
  console.log(JSON.stringify({ port: server.address().port })),
);

const PUBLIC = "https://www.w3.org/ns/activitystreams#Public";
const me = () => bot.context;
const of = (id) => me().getObject(id);
const all = async (items) => {
  const ids = [];
  for await (const { id } of items) ids.push(id);
  return ids;
};
const deeds = {
  find: (handle) => me().toActorId(handle),
  fetch: async (id) => (await of(id)).export({ useOriginalContext: true }),
  follow: async (id) => (await me().followActor(await of(id))).id,
  unfollow: async (id) => (await me().unfollowActor(await of(id))).id,
  say: async (text) =>
    (await me().sendNote(text, { to: [PUBLIC], cc: [me().getFollowersId()] })).id,
  answer: async (text, id) => (await me().sendReply(text, await of(id))).id,
  like: async (id) => (await me().likeObject(await of(id))).id,
  unlike: async (id) => (await me().unlikeObject(await of(id))).id,
  boost: async (id) => (await me().announceObject(await of(id))).id,
  unboost: async (id) => (await me().unannounceObject(await of(id))).id,
  edit: async (text, id) => (await me().updateNote(await of(id), text)).id,
  remove: async (id) => (await me().deleteNote(await of(id))).id,
  block: async (id) => (await me().blockActor(await of(id))).id,
  unblock: async (id) => (await me().unblockActor(await of(id))).id,
  /** An activity of any kind, to whom it is addressed. */
  act: async (json) => (await me().doActivity(json)).id,
  followers: () => all(me().followers()),
  following: () => all(me().following()),
  heard: async () => heard,
};

for await (const line of createInterface(process.stdin)) {
  const { n, deed, args } = JSON.parse(line);
  void deeds[deed](...args).then(
    (answer) => console.log(JSON.stringify({ n, answer })),
    (error) => console.log(JSON.stringify({ n, error: String(error?.stack ?? error) })),
  );
}
process.exit(0); // its keeper has closed the line
