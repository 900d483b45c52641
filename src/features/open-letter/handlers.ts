/** Where people sign, confirm and take it back. A look at an address does nothing; a press of its button does. Rules OL3 to OL6. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Serving } from "../../platform/feature.ts";
import { askSignatures, type AskedToSign, type Signature, type Signing } from "./private.ts";
import { hashOf, isSecret, newSecret } from "../../platform/private/submissions.ts";
import { besideData } from "../../platform/process/data-folder.ts";
import { keepWithdrawn } from "../../platform/process/kept.ts";
import { comesBack, sendUnread } from "../../platform/web/comes-back.ts";
import type { Asked, Extra } from "../../platform/web/extra.ts";
import { readForm } from "../../platform/web/form-body.ts";
import { pathIn, type Frame } from "../../platform/web/frame.ts";
import { redacted } from "../../platform/mail/redacted.ts";
import { nameInMail } from "../../platform/mail/names.ts";
import { notePage } from "../../platform/web/pages.ts";
import type { Html } from "../../platform/web/route.ts";
import { withOwnId } from "../../platform/web/own-form.ts";
import { sendPage } from "../../platform/web/send-page.ts";
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

/** Another page follows what was sent; none of it is kept on the way, because the address may be a secret. */
function seeOther(res: ServerResponse, path: string): void {
  res.setHeader("Cache-Control", "no-store");
  res.writeHead(303, { Location: path, "Content-Length": "0" });
  res.end();
}

/** One request in its language. */
interface Visit {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly asked: Asked;
  readonly frame: Frame;
  readonly letter: FreePage;
  readonly letterLang: string;
  /** Where what was signed on paper goes by post. */
  readonly post: readonly string[];
  readonly lang: string;
  readonly words: LetterWords;
  readonly to: (path: string) => string;
}

export function letterHandlers(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance, mail, now, base, speaker } = serving;
  const ask = instance.log.private;
  const key = instance.folder.keys.secrets;
  const signer = { speaker, private: ask };

  /** Where the campaign has no letter, there is nothing to sign. */
  const visiting =
    (work: (visit: Visit) => Promise<void>): Extra =>
    async (req, res, asked) => {
      const frame = await instance.snapshot(serving.frame);
      const lang = asked.lang ?? frame.language;
      const [found, campaign] = await instance.snapshot((db) =>
        Promise.all([freePageAt(db, "letter", lang), theCampaign(db)]),
      );
      const to = (path: string) => pathIn(frame, lang, path);
      res.setHeader("X-Robots-Tag", "noindex");
      if (!found)
        return sendPage(req, res, { status: 404, page: notePage(lang, "lost"), frame, asked });
      const words = wordsIn(lang);
      const post = campaign?.postalAddress ?? [];
      const { page: letter, lang: letterLang = frame.language } = found;
      return work({ req, res, asked, frame, letter, letterLang, post, lang, words, to });
    };

  function send(
    { req, res, asked, frame, words }: Visit,
    status: number,
    title: string,
    main: Html,
  ) {
    const page = {
      kind: "page",
      uses: {},
      title,
      description: title,
      lang: words.lang,
      unlisted: true,
      unkept: true,
      main,
    } as const;
    return sendPage(req, res, { status, page, frame, asked });
  }

  const showForm = (
    visit: Visit,
    status: number,
    came: Pick<SignProps, "typed" | "problems" | "trouble">,
  ): Promise<void> => {
    const { letter, letterLang: own, post, words, to } = visit;
    const mails = mail !== undefined;
    const main = SignMain({ ...came, letter: letter.title, own, mails, post, words, to });
    return send(visit, status, words.form.title, main);
  };

  const sign = visiting(async (visit) => {
    const { req, res, letter, words, lang, to, frame } = visit;
    const read = await readForm(req, SIGN_FIELDS);
    if ("problem" in read)
      return sendUnread(req, res, { status: read.problem.status, frame, asked: visit.asked });
    const typed = withOwnId(req, frame.base, read.fields);
    comesBack(req, (status, trouble) => showForm(visit, status, { typed, trouble }));
    const fits = readSignature(typed, words);
    if ("problems" in fits) {
      const fresh = fits.problems.id === undefined ? typed : { ...typed, id: newSecret() };
      return showForm(visit, 422, { typed: fresh, problems: fits.problems });
    }
    const { written } = fits;
    const address = mail && fits.address;
    const budget = address === undefined ? "signatureByHand" : "signature";
    if (!serving.budgets.take(budget, req)) {
      res.setHeader("Retry-After", "3600");
      return showForm(visit, 429, { typed, trouble: words.form.busy });
    }
    const asking = async (form: string) => {
      const id = address === undefined ? handId(form) : signatureId(form);
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
        ? showForm(visit, 503, { typed, trouble: words.form.full })
        : seeOther(res, to(MINE + secretOf(key, id)));
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
    const onward = { to: to("/letter"), words: words.mine.see };
    const { askedTitle: title, asked: text } = words.form;
    return send(visit, 200, title, StepMain({ title, text, onward }));
  });

  async function find(visit: Visit): Promise<Signature | undefined> {
    visit.res.setHeader("Referrer-Policy", "no-referrer"); // the address is the secret
    const secret = visit.asked.path.slice(MINE.length);
    if (!isSecret(secret)) return undefined;
    return await askSignatures(ask).bySecret(hashOf(secret));
  }

  const showMine = (visit: Visit, row: Signature, status = 200): Promise<void> => {
    const { asked, post, words, to } = visit;
    const action = to(asked.path);
    const waits = row.state === "asked" && row.address_hash === null;
    const hand = waits ? { code: handCode(key, row.id), address: base + action, post } : undefined;
    const main = ManageLinkMain({ row, hand, action, unsure: status === 422, words, to });
    return send(visit, status, words.mine.title, main);
  };

  const lost = (visit: Visit): Promise<void> => {
    const { words, to } = visit;
    const onward = { to: to("/letter/sign"), words: words.mine.again };
    const { title, lost: text } = words.mine;
    return send(visit, 404, title, StepMain({ title, text, onward }));
  };

  const change = visiting(async (visit) => {
    const { req, res, words, asked, to } = visit;
    const read = await readForm(req, ["do", "sure"]);
    const row = await find(visit);
    if (!row) return lost(visit);
    if ("problem" in read) return showMine(visit, row, read.problem.status);
    const { do: what, sure } = read.fields;
    const hash = row.secret_hash;
    if (what === "withdraw") {
      if (sure !== "yes") return showMine(visit, row, 422);
      if (row.state !== "withdrawn") await takeBack(signer, row);
      keepWithdrawn(besideData(instance.folder.dir).withdrawn, hash);
    } else if (what === "sign") {
      const signing: Signing = { hash, now: now() };
      const signed = await askSignatures(ask).confirm(signing);
      if (!signed) {
        const onward = { to: to("/letter/sign"), words: words.mine.again };
        const { title, lost: text } = words.mine;
        return send(visit, 410, title, StepMain({ title, text, onward }));
      }
      await sayConfirmed(signer);
    }
    return seeOther(res, to(asked.path));
  });

  const findNames = visiting(async (visit) => {
    const { asked, words, to, letter } = visit;
    const typed = (asked.search.get("name") ?? "").replace(/[\p{Cc}\p{NChar}]/gu, " ");
    const part = typed.slice(0, 100).toWellFormed().trim();
    const { search } = asked;
    const page = /^[1-9]\d{0,8}$/.test(search.get("page") ?? "") ? Number(search.get("page")) : 1;
    const names = await instance.snapshot((db) => namesPage(db, { find: part, page }));
    const title = words.find;
    return send(
      visit,
      200,
      `${title}: ${letter.title}`,
      FoundMain({ names, page, words, to, find: part, title }),
    );
  });

  return {
    "GET /letter/sign": visiting((visit) => showForm(visit, 200, { typed: { id: newSecret() } })),
    "POST /letter/sign": sign,
    "GET /letter/find": findNames,
    [`GET ${MINE}*`]: visiting(async (visit) => {
      const row = await find(visit);
      return row ? showMine(visit, row) : lost(visit);
    }),
    [`POST ${MINE}*`]: change,
  };
}
