/** What xAPI 1.0.3 (part two, Data) asks of a statement, as far as ours have it: written from the specification, not from our own code. */

type Thing = Record<string, unknown>;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$/;
const TAG = /^[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*$/;
const TYPES =
  "true-false choice fill-in long-fill-in matching performance sequencing likert numeric other".split(
    " ",
  );
const MAY = {
  statement: "id actor verb object result context timestamp stored authority version attachments",
  actor: "objectType name mbox mbox_sha1sum openid account member",
  account: "homePage name",
  verb: "id display",
  object: "objectType id definition",
  definition:
    "name description type moreInfo interactionType correctResponsesPattern choices scale source target steps extensions",
  result: "score success completion response duration extensions",
  score: "scaled raw min max",
  context:
    "registration instructor team contextActivities revision platform language statement extensions",
  contextActivities: "parent grouping category other",
} as const;

/** @returns a line for each rule that is broken */
export function xapiProblems(statement: unknown): string[] {
  const found: string[] = [];
  const say = (ok: boolean, what: string) => ok || found.push(what);
  const isThing = (value: unknown): value is Thing =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  const isIri = (value: unknown) =>
    typeof value === "string" && /^[a-z][a-z0-9+.-]*:\S+$/i.test(value) && URL.canParse(value);
  const only = (name: keyof typeof MAY, value: unknown): Thing => {
    say(isThing(value), `${name} is an object`);
    const thing = isThing(value) ? value : {};
    for (const [key, one] of Object.entries(thing)) {
      say(MAY[name].split(" ").includes(key), `${name}.${key} is none of its properties`);
      say(one !== null, `${name}.${key} is null`);
    }
    return thing;
  };
  const words = (map: unknown, what: string) => {
    if (map === undefined) return;
    for (const [tag, text] of Object.entries(map as Thing))
      say(TAG.test(tag) && typeof text === "string", `${what}: ${tag}`);
  };
  const extensions = (map: unknown, what: string) => {
    if (map === undefined) return;
    for (const key of Object.keys(map as Thing))
      say(isIri(key), `${what}: extension ${key} is an IRI`);
  };
  const agent = (value: unknown) => {
    const { account, mbox, mbox_sha1sum, openid, objectType, name } = only("actor", value);
    say(
      [account, mbox, mbox_sha1sum, openid].filter((one) => one !== undefined).length === 1,
      "an actor has one identifier",
    );
    say(objectType === undefined || objectType === "Agent", "objectType Agent");
    say(name === undefined || typeof name === "string", "actor.name is text");
    if (account === undefined) return;
    const its = only("account", account);
    say(isIri(its["homePage"]) && typeof its["name"] === "string" && its["name"] !== "", "account");
  };
  const activity = (value: unknown) => {
    const { id, definition, objectType } = only("object", value);
    say(isIri(id), "object.id is an IRI");
    say(objectType === undefined || objectType === "Activity", "objectType Activity");
    if (definition === undefined) return;
    const its = only("definition", definition);
    words(its["name"], "name");
    words(its["description"], "description");
    extensions(its["extensions"], "definition");
    say(its["type"] === undefined || isIri(its["type"]), "type is an IRI");
    say(
      its["interactionType"] === undefined || TYPES.includes(its["interactionType"] as string),
      "interactionType",
    );
  };
  const { id, actor, verb, object, result, context, timestamp } = only("statement", statement);
  say(typeof id === "string" && UUID.test(id), "id is a UUID");
  agent(actor);
  const said = only("verb", verb);
  say(isIri(said["id"]), "verb.id is an IRI");
  words(said["display"], "display");
  activity(object);
  say(
    typeof timestamp === "string" && TIME.test(timestamp) && !Number.isNaN(Date.parse(timestamp)),
    "timestamp is of ISO 8601",
  );
  if (result !== undefined) {
    const { score, success, response, duration, extensions: more } = only("result", result);
    extensions(more, "result");
    say(success === undefined || typeof success === "boolean", "success");
    say(response === undefined || typeof response === "string", "response");
    say(
      duration === undefined ||
        /^P(?=.)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/.test(
          duration as string,
        ),
      "duration",
    );
    if (score !== undefined) {
      const { scaled } = only("score", score);
      say(
        scaled === undefined || (typeof scaled === "number" && scaled >= -1 && scaled <= 1),
        "scaled is from -1 to 1",
      );
    }
  }
  if (context !== undefined) {
    const {
      registration,
      instructor,
      contextActivities,
      extensions: more,
    } = only("context", context);
    say(registration === undefined || UUID.test(registration as string), "registration is a UUID");
    if (instructor !== undefined) agent(instructor);
    extensions(more, "context");
    if (contextActivities !== undefined)
      for (const list of Object.values(only("contextActivities", contextActivities)))
        for (const one of [list].flat()) activity(one);
  }
  return found;
}
