/** Where people sign, confirm and take it back. A look at an address does nothing; a press of its button does. Rules OL3 to OL6. */
import type { Serving } from "../../platform/feature.ts";
import { askSignatures, type AskedToSign, type Signature, type Signing } from "./private.ts";
import { hashOf, isSecret, newSecret } from "../../platform/private/submissions.ts";
import { besideData } from "../../platform/process/data-folder.ts";
import { keepWithdrawn } from "../../platform/process/kept.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { readForm } from "../../platform/web/form-body.ts";
import { inPublic, needing, type Fields, type PublicVisit } from "../../platform/web/handler.ts";
import { redacted } from "../../platform/mail/redacted.ts";
import { nameInMail } from "../../platform/mail/names.ts";
import { tooOften, unkeptPage, type PageReply, type Reply } from "../../platform/web/reply.ts";
import { withOwnId } from "../../platform/web/own-form.ts";
import { formatDay } from "../../platform/web/words.ts";
import { freePageAt, theCampaign, type FreePage } from "../campaign/api.ts";
import { readSignature, SIGN_FIELDS } from "./form.ts";
import { FoundMain } from "./pages/letter.tsx";
import { ManageLinkMain, SignMain, StepMain, type SignProps } from "./pages/sign.tsx";
import { MINE } from "./paths.ts";
import { namesPage } from "./queries.ts";
import { sayConfirmed, takeBack } from "./commands.ts";
import { addressHash, handCode, handId, secretOf, signatureId } from "./secrets.ts";
import { wordsIn, type LetterWords } from "./words.ts";

interface Visit extends PublicVisit<LetterWords> {
  readonly letter: FreePage;
  readonly letterLang: string;
  /** Where what was signed on paper goes by post. */
  readonly post: readonly string[];
}

export function letterHandlers(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance, mail, now, base, speaker } = serving;
  const ask = instance.log.private;
  const key = instance.folder.keys.secrets;
  const signer = { speaker, private: ask };
  /** Where the campaign has no letter, there is nothing to sign. */
  const letterFor = ({ lang, frame }: PublicVisit<LetterWords>) =>
    instance.snapshot(async (db) => {
      const reading = [freePageAt(db, "letter", lang), theCampaign(db)] as const;
      const [found, campaign] = await Promise.all(reading);
      if (!found) return undefined;
      const { page: letter, lang: letterLang = frame.language } = found;
      return { letter, letterLang, post: campaign?.postalAddress ?? [] };
    });
  const at = needing(inPublic(serving, { words: wordsIn, unlisted: true }), letterFor);
  const secretly = needing(inPublic(serving, { words: wordsIn, secret: true }), letterFor);

  function form(
    { letter, letterLang: own, post, words, to }: Visit,
    came: Pick<SignProps, "typed" | "problems" | "trouble">,
    status = 200,
  ): PageReply {
    const mails = mail !== undefined;
    const main = SignMain({ ...came, letter: letter.title, own, mails, post, words, to });
    return { status, page: unkeptPage(words.lang, { title: words.form.title, main }) };
  }

  async function sign(visit: Visit & Fields<(typeof SIGN_FIELDS)[number]>): Promise<Reply> {
    const { req, letter, words, lang, to, frame } = visit;
    const typed = withOwnId(req, frame.base, visit.fields);
    visit.comesBack((status, trouble) => form(visit, { typed, trouble }, status));
    const fits = readSignature(typed, words);
    if ("problems" in fits) {
      const fresh = fits.problems.id === undefined ? typed : { ...typed, id: newSecret() };
      return form(visit, { typed: fresh, problems: fits.problems }, 422);
    }
    const { written } = fits;
    const address = mail && fits.address;
    const budget = address === undefined ? "signatureByHand" : "signature";
    if (!serving.budgets.take(budget, req))
      return tooOften(form(visit, { typed, trouble: words.form.busy }));
    const asking = async (own: string) => {
      const id = address === undefined ? handId(own) : signatureId(own);
      const row: AskedToSign = {
        ...written,
        id,
        secret_hash: hashOf(secretOf(key, id)),
        address_hash: address === undefined ? null : addressHash(key, address),
        lang,
        asked: now(),
      };
      return { id, answer: await askSignatures(ask).ask(row) };
    };
    let { id, answer } = await asking(fits.form);
    // Somebody else went on with the form, or the same person typed anew: pressed twice, that is one, too.
    if (answer.is === "other")
      ({ id, answer } = await asking(hashOf(fits.form + JSON.stringify(written))));
    if (address === undefined)
      return answer.is === "quiet"
        ? form(visit, { typed, trouble: words.form.full }, 503)
        : { to: to(MINE + secretOf(key, id)) };
    // What is answered does not tell whether the address has signed, nor whether its server takes mail.
    if (answer.is === "asked" || answer.is === "signed") {
      const link = (of: string) => base + to(MINE + secretOf(key, of));
      const { title } = letter;
      const [subject, text] =
        answer.is === "signed"
          ? [
              words.mail.againSubject(title),
              words.mail.again(
                frame.name,
                title,
                formatDay(answer.day, words.lang),
                link(answer.id),
              ),
            ]
          : [
              words.mail.subject(title),
              words.mail.text(frame.name, title, nameInMail(written.name), link(id)),
            ];
      const headers = { "Auto-Submitted": "auto-generated", "Content-Language": words.lang };
      mail!
        .send({ to: address, subject, text, headers })
        .catch((error: Error) =>
          console.error(`A link to a signature was not sent: ${redacted(error)}`),
        );
    }
    const { askedTitle: title, asked: text } = words.form;
    return step(visit, { title, text, onward: { to: to("/letter"), words: words.mine.see } });
  }

  async function find({ params }: Visit): Promise<Signature | undefined> {
    const { secret = "" } = params;
    if (!isSecret(secret)) return undefined;
    return await askSignatures(ask).bySecret(hashOf(secret));
  }

  const mine = ({ path, post, words, to }: Visit, row: Signature, status = 200): Reply => {
    const action = to(path);
    const waits = row.state === "asked" && row.address_hash === null;
    const hand = waits ? { code: handCode(key, row.id), address: base + action, post } : undefined;
    const main = ManageLinkMain({ row, hand, action, unsure: status === 422, words, to });
    return { status, page: unkeptPage(words.lang, { title: words.mine.title, main }) };
  };

  async function change(visit: Visit): Promise<Reply> {
    const read = await readForm(visit.req, ["do", "sure"]);
    const row = await find(visit);
    if (!row) return lostSignature(visit);
    if ("problem" in read) return mine(visit, row, read.problem.status);
    const { do: what, sure } = read.fields;
    const hash = row.secret_hash;
    if (what === "withdraw") {
      if (sure !== "yes") return mine(visit, row, 422);
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

  async function findNames({ search, words, to, letter }: Visit): Promise<Reply> {
    const typed = (search.get("name") ?? "").replace(/[\p{Cc}\p{NChar}]/gu, " ");
    const part = typed.slice(0, 100).toWellFormed().trim();
    const page = /^[1-9]\d{0,8}$/.test(search.get("page") ?? "") ? Number(search.get("page")) : 1;
    const names = await instance.snapshot((db) => namesPage(db, { find: part, page }));
    const title = words.find;
    const main = FoundMain({ names, page, words, to, find: part, title });
    return { page: unkeptPage(words.lang, { title: `${title}: ${letter.title}`, main }) };
  }

  return {
    "GET /letter/sign": at((visit) => form(visit, { typed: { id: newSecret() } })),
    "POST /letter/sign": at(SIGN_FIELDS, sign),
    "GET /letter/find": at(findNames),
    [`GET ${MINE}:secret`]: secretly(async (visit) => {
      const row = await find(visit);
      return row ? mine(visit, row) : lostSignature(visit);
    }),
    [`POST ${MINE}:secret`]: secretly(change),
  };
}

const step = ({ words }: Visit, about: Parameters<typeof StepMain>[0], status = 200): Reply => ({
  status,
  page: unkeptPage(words.lang, { title: about.title, main: StepMain(about) }),
});

const lostSignature = (visit: Visit, status = 404): Reply => {
  const { again, title, lost: text } = visit.words.mine;
  const onward = { to: visit.to("/letter/sign"), words: again };
  return step(visit, { title, text, onward }, status);
};
