/** A comment is posted: what fits is kept once, what does not comes back as it was typed. */
import { openTurns } from "../../platform/db/in-turn.ts";
import type { Serving } from "../../platform/feature.ts";
import { hashOf, isSecret, newSecret } from "../../platform/private/submissions.ts";
import { vouching } from "../../platform/private/vouchers.ts";
import { networkOf } from "../../platform/web/network.ts";
import { tooOften, type Reply } from "../../platform/web/reply.ts";
import { showForm, thingOf } from "./comment-form.ts";
import { commentIdOf } from "./comment-id.ts";
import { readComment, type Written } from "./form.ts";
import { intakeOf, NOT_TAKEN } from "./intake.ts";
import type { NewRemark } from "./private/remark.ts";
import { askRemarks } from "./private/remarks.ts";
import { VOUCHED } from "./proof.ts";
import { openReceiver, type Form } from "./receive.ts";
import { keepRecording, recordingOf, type Waiting } from "./recordings.ts";
import type { Thing } from "./things.ts";
import { MINE, type Visit } from "./visit.ts";

export function openPosting(serving: Serving): (visit: Visit) => Promise<Reply> {
  const { instance } = serving;
  const ask = instance.log.private;
  const intake = intakeOf(serving);
  const receive = openReceiver(serving);
  const inTurn = openTurns(); // sent twice, the second waits until the first is kept

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
    visit.comesBack((status, trouble) => showForm(serving, visit, status, { ...again, trouble }));
    const busy = async () =>
      tooOften(await showForm(serving, visit, 429, { ...again, trouble: words.form.busy }));
    if (!mayLook) return busy();
    const thing = await thingOf(serving, visit);
    if (!thing) return showForm(serving, visit, 410, { ...again, trouble: words.form.lost });
    if (secret === "" && typed.text !== "")
      return showForm(serving, visit, 200, { typed: { ...typed, id: newSecret() } }); // begun on a page that many read
    const fits = readComment(typed, words, recording?.kind);
    const problems = { ...("problems" in fits && fits.problems), ...refused };
    if ("problems" in fits || Object.keys(problems).length > 0) {
      const fresh = problems.id === undefined ? typed : { ...typed, id: newSecret() };
      return showForm(serving, visit, 422, { ...again, typed: fresh, problems });
    }
    if (!came.isRecorded && !mayCome()) return busy();
    if (code !== "" && !voucher) {
      const unknown = { vouched: words.form.vouchedExpected };
      return showForm(serving, visit, 422, { ...again, problems: unknown });
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
      const reply = await showForm(serving, visit, NOT_TAKEN[taken.not], { ...again, trouble });
      return taken.not === "slow" ? tooOften(reply, 900) : reply;
    }
    if (recording) await keepRecording(ask, instance.folder.dir, owner, recording);
    return { to: to(MINE + secret) };
  }

  return async (visit) => {
    const came = await receive(visit);
    if ("status" in came) {
      const { status, fields: typed, trouble } = came;
      return typed
        ? showForm(serving, visit, status, { typed, ...(trouble !== undefined && { trouble }) })
        : { unread: { status } };
    }
    const { id = "" } = came.typed;
    return isSecret(id) ? inTurn(id, () => take(visit, came)) : take(visit, came);
  };
}

function saidOf(written: Written, thing: Thing, today: string, recording?: Waiting): NewRemark {
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
