/** The secret address of whoever signed: to confirm the signature, to see it and to take it back. Rules OL3, OL5 and OL6. */
import type { Serving } from "../../platform/feature.ts";
import { hashOf, isSecret } from "../../platform/private/submissions.ts";
import { besideData } from "../../platform/process/data-folder.ts";
import { keepWithdrawn } from "../../platform/process/kept.ts";
import { readForm } from "../../platform/web/form-body.ts";
import { unkeptPage, type Reply } from "../../platform/web/reply.ts";
import { sayConfirmed, takeBack } from "./commands.ts";
import { ManageLinkMain } from "./pages/sign.tsx";
import { askSignatures, type Signature, type Signing } from "./private.ts";
import { step, toPassOn, type Visit } from "./visit.ts";

export function manageLink({ instance, speaker, base, now }: Serving) {
  const ask = instance.log.private;
  const signer = { speaker, private: ask };

  async function find({ params }: Visit): Promise<Signature | undefined> {
    const { secret = "" } = params;
    if (!isSecret(secret)) return undefined;
    return await askSignatures(ask).bySecret(hashOf(secret));
  }

  const show = (visit: Visit, row: Signature, status = 200): Reply => {
    const { path, words, to, frame } = visit;
    const action = to(path);
    const address = row.address_hash === null ? base + action : undefined;
    const shown = { row, address, action, unsure: status === 422, letter: toPassOn(visit) };
    const main = ManageLinkMain({ ...shown, frame, words, to });
    return { status, page: unkeptPage(words.lang, { title: words.mine.title, main }) };
  };

  async function change(visit: Visit): Promise<Reply> {
    const read = await readForm(visit.req, ["do", "sure"]);
    const row = await find(visit);
    if (!row) return lostSignature(visit);
    if ("problem" in read) return show(visit, row, read.problem.status);
    const { do: what, sure } = read.fields;
    const hash = row.secret_hash;
    if (what === "withdraw") {
      if (sure !== "yes") return show(visit, row, 422);
      if (row.state !== "withdrawn") await takeBack(signer, row);
      keepWithdrawn(besideData(instance.folder.dir).withdrawn, hash);
    } else if (what === "sign") {
      const signing: Signing = { hash, now: now() };
      const signed = await askSignatures(ask).confirm(signing);
      if (!signed) return lostSignature(visit, 410);
      await sayConfirmed(signer);
    }
    return { to: visit.to(visit.path) };
  }

  return {
    look: async (visit: Visit): Promise<Reply> => {
      const row = await find(visit);
      return row ? show(visit, row) : lostSignature(visit);
    },
    change,
  };
}

const lostSignature = (visit: Visit, status = 404): Reply => {
  const { again, title, lost: text } = visit.words.mine;
  const onward = { to: visit.to("/letter/sign"), words: again };
  return step(visit, { title, text, onward }, status);
};
