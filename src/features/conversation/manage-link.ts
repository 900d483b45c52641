/** The secret address of whoever said something: whether it is shown, and the ways to change it and to take it back. Rule CO9. */
import { tidy } from "../../engines/plaintext/tidy.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Remark } from "./private/remark.ts";
import { hashOf, isSecret } from "../../platform/private/submissions.ts";
import { askRemarks } from "./private/remarks.ts";
import { besideData } from "../../platform/process/data-folder.ts";
import { keepWithdrawn } from "../../platform/process/kept.ts";
import type { Extra } from "../../platform/web/extra.ts";
import type { Fields } from "../../platform/web/handler.ts";
import { lost, type Reply } from "../../platform/web/reply.ts";
import { MAX_FORM } from "./bounds.ts";
import { textProblem } from "./form.ts";
import { intakeOf } from "./intake.ts";
import { ManageLinkMain } from "./pages/manage-link.tsx";
import { isUnproven, openProofs, UNPROVEN } from "./proof.ts";
import { sayerOf, takeBack } from "./commands.ts";
import { proofScript } from "./script.ts";
import { thingAbout } from "./things.ts";
import { MINE, pageOf, visitor, type Visit } from "./visit.ts";

const FIELDS = ["do", "text", "sure"] as const;

export function manageLinkHandlers(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance } = serving;
  const ask = instance.log.private;
  const intake = intakeOf(serving);
  const at = visitor(serving);
  const proofs = openProofs(serving.now);

  async function find({ params }: Visit): Promise<[string, Remark] | undefined> {
    const { secret = "" } = params;
    if (!isSecret(secret)) return undefined;
    const found = await askRemarks(ask).bySecret(hashOf(secret));
    return found && [secret, found];
  }

  async function show(
    visit: Visit,
    [secret, remark]: [string, Remark],
    came: { readonly text?: string; readonly problem?: string; readonly unsure?: boolean } = {},
    status = came.problem !== undefined || came.unsure === true ? 422 : 200,
  ): Promise<Reply> {
    const { frame, words, lang, to, today } = visit;
    const address = frame.base + to(MINE + secret);
    const thing = await instance.snapshot((db) =>
      thingAbout({ db, frame, lang, today }, remark.about),
    );
    const challenge = isUnproven(remark)
      ? await proofs.challenge(remark.id, serving.budgets.load("comment"))
      : undefined;
    const proof = challenge !== undefined && { challenge };
    const main = ManageLinkMain({
      remark,
      address,
      thing,
      words,
      frame,
      lang,
      to,
      ...came,
      ...proof,
    });
    const script = challenge !== undefined && { script: proofScript.path };
    const page = pageOf(visit, { title: words.mine.title, main, ...script });
    return { status, page, headers: { "Referrer-Policy": "no-referrer" } }; // the address is the secret
  }

  async function change(visit: Visit & Fields<(typeof FIELDS)[number]>): Promise<Reply> {
    const { words, to, today, fields } = visit;
    const found = await find(visit);
    if (!found) return lost(visit);
    const [secret, remark] = found;
    const { do: what, text, sure } = fields;
    const back = { to: to(MINE + secret) };
    visit.comesBack((status, problem) => show(visit, found, { text, problem }, status));
    if (what === "withdraw") {
      if (sure !== "yes") return show(visit, found, { unsure: true });
      if (remark.state !== "withdrawn") await takeBack(sayerOf(serving), remark);
      keepWithdrawn(besideData(instance.folder.dir).withdrawn, hashOf(secret));
      return back;
    }
    if (what === "proof") {
      if (!(await proofs.holds(remark.id, text)))
        return { unread: { status: 400 }, why: words.mine.noProof };
      await askRemarks(ask).clear({ id: remark.id, signal: UNPROVEN });
      return back;
    }
    const problem = textProblem(text, words);
    if (problem !== undefined) return show(visit, found, { text, problem });
    if (what === "appeal")
      await askRemarks(ask).appeal({ hash: hashOf(secret), text: tidy(text), day: today });
    else await intake.change(remark, text);
    return back;
  }

  return {
    [`GET ${MINE}:secret`]: at(async (visit) => {
      const found = await find(visit);
      return found ? show(visit, found) : lost(visit);
    }),
    [`POST ${MINE}:secret`]: at({ fields: FIELDS, most: MAX_FORM }, change),
  };
}
