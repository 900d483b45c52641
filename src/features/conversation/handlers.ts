/** The addresses of talking that are no pages of the cache: each form fresh, and what is posted. */
import { openTurns } from "../../platform/db/in-turn.ts";
import type { Serving } from "../../platform/feature.ts";
import { byId } from "./private/finding.ts";
import type { Said } from "./private/remark.ts";
import { hashOf, isSecret, newSecret } from "../../platform/private/submissions.ts";
import { vouching } from "../../platform/private/vouchers.ts";
import { askReactions } from "./private/conversation.ts";
import { askRemarks } from "./private/remarks.ts";
import type { Extra } from "../../platform/web/extra.ts";
import type { Fields } from "../../platform/web/handler.ts";
import { networkOf } from "../../platform/web/network.ts";
import { lost, tooOften, type PageReply, type Reply } from "../../platform/web/reply.ts";
import { commentIdOf } from "./comment-id.ts";
import { readComment, type Written } from "./form.ts";
import { onceADay } from "./once-a-day.ts";
import { intakeOf, NOT_TAKEN } from "./intake.ts";
import { manageLinkHandlers } from "./manage-link.ts";
import { VOUCHED } from "./proof.ts";
import { FormMain, type FormProps } from "./pages/form.tsx";
import { Thanks } from "./pages/thanks.tsx";
import { commentById } from "./queries.ts";
import { openReceiver, type Form } from "./receive.ts";
import { keepRecording, recordingOf, type Waiting } from "./recordings.ts";
import { sayScript, scriptAddresses } from "./script.ts";
import { commentPath, SPACES_WITH_THREADS, thingAt, type Thing } from "./things.ts";
import { MINE, pageOf, visitor, type Visit } from "./visit.ts";

export function conversationHandlers(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance, now } = serving;
  const ask = instance.log.private;
  const intake = intakeOf(serving);
  const once = onceADay(now);
  const at = visitor(serving);
  const receive = openReceiver(serving);
  const inTurn = openTurns(); // sent twice, the second waits until the first is kept

  const thingOf = ({ path, frame, lang, today }: Visit): Promise<Thing | undefined> =>
    instance.snapshot((db) => thingAt({ db, frame, lang, today }, path));

  /** The form, fresh or as it was typed; of a thing that is gone the words alone come back. */
  async function showForm(
    visit: Visit,
    status: number,
    came: Pick<FormProps, "typed" | "problems" | "trouble" | "recording">,
  ): Promise<PageReply> {
    const { words, lang, to } = visit;
    const thing = await thingOf(visit);
    const answered = await answeredBy(came.typed.to ?? "");
    const main = FormMain({ ...came, thing, answered, words, lang, to });
    const page = pageOf(visit, { title: words.form.title, main, script: sayScript.path });
    return { status, page };
  }

  async function answeredBy(id: string): Promise<FormProps["answered"]> {
    const found = await instance.snapshot((db) => commentById(db, id));
    if (found) return found.comment;
    const remark = await instance.snapshot((db) => byId(db, id));
    return remark && { text: "" }; // somebody answers what waits still: that it is there is all we say
  }

  const form = at(async (visit) => {
    const answered = visit.search.get("to") ?? "";
    if (!(await thingOf(visit))) return lost(visit);
    return showForm(visit, 200, { typed: { id: newSecret(), to: answered } });
  });

  const post = at(async (visit) => {
    const came = await receive(visit);
    if ("status" in came) {
      const { status, fields: typed, trouble } = came;
      return typed
        ? showForm(visit, status, { typed, ...(trouble !== undefined && { trouble }) })
        : { unread: { status } };
    }
    const { id = "" } = came.typed;
    return isSecret(id) ? inTurn(id, () => take(visit, came)) : take(visit, came);
  });

  async function take(visit: Visit, came: Form): Promise<Reply> {
    const { req, words, to } = visit;
    const { typed } = came;
    const { id: secret = "" } = typed;
    const owner = hashOf(secret);
    if (isSecret(secret) && (await askRemarks(ask).bySecret(owner)) !== undefined) {
      await came.discard();
      return { to: to(MINE + secret) }; // sent twice: the first one stands
    }
    const { vouched: code = "" } = typed;
    const voucher = code === "" ? undefined : await instance.snapshot((db) => vouching(db, code));
    const mayCome = () => serving.budgets.take("comment", req, voucher?.id);
    const mayLook = !came.isRecorded || mayCome(); // a recording is looked at only after it was counted
    if (!mayLook) await came.discard();
    const refused = mayLook ? await came.own() : {};
    const recording = isSecret(secret) ? await recordingOf(ask, owner) : undefined;
    const again = { typed, ...(recording && { recording }) };
    visit.comesBack((status, trouble) => showForm(visit, status, { ...again, trouble }));
    const busy = async () =>
      tooOften(await showForm(visit, 429, { ...again, trouble: words.form.busy }));
    if (!mayLook) return busy();
    const thing = await thingOf(visit);
    if (!thing) return showForm(visit, 410, { ...again, trouble: words.form.lost });
    if (secret === "" && typed.text !== "")
      return showForm(visit, 200, { typed: { ...typed, id: newSecret() } }); // begun on a page that many read
    const fits = readComment(typed, words, recording?.kind);
    const problems = { ...("problems" in fits && fits.problems), ...refused };
    if ("problems" in fits || Object.keys(problems).length > 0) {
      const fresh = problems.id === undefined ? typed : { ...typed, id: newSecret() };
      return showForm(visit, 422, { ...again, typed: fresh, problems });
    }
    if (!came.isRecorded && !mayCome()) return busy();
    if (code !== "" && !voucher) {
      const unknown = { vouched: words.form.vouchedExpected };
      return showForm(visit, 422, { ...again, problems: unknown });
    }
    const said = saidOf(fits.written, thing, visit.today, recording);
    const signals = voucher ? [VOUCHED + voucher.name] : [];
    const taken = await intake.take(
      { ...said, signals },
      networkOf(req),
      serving.budgets.load("comment"),
    );
    if ("not" in taken) {
      const trouble = words.form[taken.not];
      const reply = await showForm(visit, NOT_TAKEN[taken.not], { ...again, trouble });
      return taken.not === "slow" ? tooOften(reply, 900) : reply;
    }
    if (recording) await keepRecording(ask, instance.folder.dir, owner, recording);
    return { to: to(MINE + secret) };
  }

  async function help(visit: Visit & Fields<"comment">): Promise<Reply> {
    const { req, words, to } = visit;
    const { comment: id } = visit.fields;
    const thing = await thingOf(visit);
    const found = await instance.snapshot((db) => commentById(db, id));
    if (!thing || found?.comment.about !== thing.about) return lost(visit);
    if (once.take(networkOf(req), id)) await askReactions(ask).add({ about: id, kind: "helped" });
    const back = to(commentPath(thing, id)); // whether it was counted, the answer does not tell
    return { page: pageOf(visit, { title: words.thanks.title, main: Thanks({ words, back }) }) };
  }
  const helped = at(["comment"], help);

  return {
    ...Object.fromEntries(
      [...SPACES_WITH_THREADS.map((space) => `/${space}/:slug`), "/conversation"].flatMap(
        (below) => [
          [`GET ${below}/comment`, form],
          [`POST ${below}/comment`, post],
          [`POST ${below}/helped`, helped],
        ],
      ),
    ),
    ...manageLinkHandlers(serving),
    ...scriptAddresses,
  };
}

function saidOf(written: Written, thing: Thing, today: string, recording?: Waiting): Said {
  const { secret, answers, name, language: lang, text, contact } = written;
  return {
    id: commentIdOf(secret),
    secret,
    came: recording ? "voice" : "web",
    about: thing.about,
    answers,
    name,
    lang,
    text,
    contact,
    received: today,
    ...(recording && { more: { recording } }),
  };
}
