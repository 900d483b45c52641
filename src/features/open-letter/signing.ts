/** Somebody signs: what fits is kept until its address or its code has confirmed it. Rules OL3 and OL4. */
import type { Serving } from "../../platform/feature.ts";
import { nameInMail } from "../../platform/mail/names.ts";
import { redacted } from "../../platform/mail/redacted.ts";
import { hashOf, newSecret } from "../../platform/private/submissions.ts";
import type { Fields } from "../../platform/web/handler.ts";
import { withOwnId } from "../../platform/web/own-form.ts";
import { tooOften, unkeptPage, type PageReply, type Reply } from "../../platform/web/reply.ts";
import { formatDay } from "../../platform/web/words.ts";
import { readSignature, SIGN_FIELDS } from "./form.ts";
import { SignMain, type SignProps } from "./pages/sign.tsx";
import { MINE } from "./paths.ts";
import { askSignatures, type AskedAnswer, type AskedToSign } from "./private.ts";
import { addressHash, handId, secretOf, signatureId } from "./secrets.ts";
import { step, toPassOn, type Visit } from "./visit.ts";

export function signForm(
  serving: Serving,
  { letter, letterLang: own, post, words, to }: Visit,
  came: Pick<SignProps, "typed" | "problems" | "trouble">,
  status = 200,
): PageReply {
  const mails = serving.mail !== undefined;
  const main = SignMain({ ...came, letter: letter.title, own, mails, post, words, to });
  return { status, page: unkeptPage(words.lang, { title: words.form.title, main }) };
}

export async function sign(
  serving: Serving,
  visit: Visit & Fields<(typeof SIGN_FIELDS)[number]>,
): Promise<Reply> {
  const { instance, mail, now } = serving;
  const ask = instance.log.private;
  const key = instance.folder.keys.secrets;
  const { req, words, lang, to, frame } = visit;
  const typed = withOwnId(req, frame.base, visit.fields);
  visit.comesBack((status, trouble) => signForm(serving, visit, { typed, trouble }, status));
  const fits = readSignature(typed, words);
  if ("problems" in fits) {
    const fresh = fits.problems.id === undefined ? typed : { ...typed, id: newSecret() };
    return signForm(serving, visit, { typed: fresh, problems: fits.problems }, 422);
  }
  const { written } = fits;
  const address = mail && fits.address;
  const budget = address === undefined ? "signatureByHand" : "signature";
  if (!serving.budgets.take(budget, req))
    return tooOften(signForm(serving, visit, { typed, trouble: words.form.busy }));
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
      ? signForm(serving, visit, { typed, trouble: words.form.full }, 503)
      : { to: to(MINE + secretOf(key, id)) };
  // What is answered does not tell whether the address has signed, nor whether its server takes mail.
  if (answer.is === "asked" || answer.is === "signed")
    sendLink(serving, visit, { address, name: written.name, id, answer });
  const { askedTitle: title, asked: text } = words.form;
  const passOn = { frame, lang: words.lang, page: toPassOn(visit) };
  return step(visit, { title, text, passOn, onward: { to: to("/letter"), words: words.mine.see } });
}

interface Asked {
  readonly address: string;
  readonly name: string;
  /** Of the signature that waits. */
  readonly id: string;
  readonly answer: AskedAnswer;
}

/** The link that confirms it; to an address that has signed already, the one to its signature. */
function sendLink(
  { instance, mail, base }: Serving,
  { letter: { title }, words, frame, to }: Visit,
  { address, name, id, answer }: Asked,
): void {
  const link = (of: string) => base + to(MINE + secretOf(instance.folder.keys.secrets, of));
  const [subject, text] =
    answer.is === "signed"
      ? [
          words.mail.againSubject(title),
          words.mail.again(frame.name, title, formatDay(answer.day, words.lang), link(answer.id)),
        ]
      : [words.mail.subject(title), words.mail.text(frame.name, title, nameInMail(name), link(id))];
  const headers = { "Content-Language": words.lang };
  mail!
    .send({ to: address, subject, text, headers })
    .catch((error: Error) =>
      console.error(`A link to a signature was not sent: ${redacted(error)}`),
    );
}
