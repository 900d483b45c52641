/**
 * Whoever asked and gave a mail address is told once that the answer is there. The answer itself stands at the secret address alone,
 * which nobody here knows, so the mail names the reference and nothing else of the request. Rule RI10.
 */
import { daysAfter, dayAt } from "../../engines/calendar/day.ts";
import type { Serving } from "../../platform/feature.ts";
import { RefusedJob, type Work } from "../../platform/jobs/jobs.ts";
import { redacted } from "../../platform/mail/redacted.ts";
import { hashOf } from "../../platform/private/submissions.ts";
import { mailIn } from "../../platform/sent/mailing.ts";
import { pathIn } from "../../platform/web/frame.ts";
import type { Asked } from "./asked.ts";
import { askRights, type RightsRequest } from "./private.ts";
import { wordsIn } from "./words.ts";

/** The kind of job that carries one such mail; its argument is the id of the request. */
export const ANSWERED = "rights.answered";
const TRIED_FOR = 7; // days; then the address goes, mail or no mail

type House = Pick<Serving, "instance" | "jobs" | "mail" | "now">;

/** Whether a mail can go out once it is answered: till then the address is kept. */
export const isMailed = ({ mail }: Pick<House, "mail">, { contact }: RightsRequest): boolean =>
  mail !== undefined && mailIn(contact) !== undefined;

/** After an answer, and every hour for those that no mail server took. */
export async function mailAnswers({ instance, jobs, mail, now }: House): Promise<void> {
  const ask = askRights(instance.log.private);
  const since = daysAfter(dayAt(now()), -TRIED_FOR);
  for (const { id, closed } of await ask.untold())
    if (mail === undefined || closed! < since) await ask.told(id);
    else await jobs.add(ANSWERED, id, id);
}

/** Sends it, and forgets the address once the server has taken or refused it. */
export const answeredWork =
  ({ instance, frame: frameOf, mail }: Pick<Serving, "instance" | "frame" | "mail">): Work =>
  async (argument) => {
    const ask = askRights(instance.log.private);
    const request = await ask.byId(argument as string);
    const to = mailIn(request?.contact ?? null);
    if (request?.state !== "answered" || to === undefined) return;
    if (!mail) throw new RefusedJob("No mail server is named (CND_MAIL).");
    const frame = await instance.snapshot(frameOf);
    const asked = (JSON.parse(request.about) as Partial<Asked>).lang;
    const lang = frame.languages.find((one) => one === asked) ?? frame.language;
    const { subject, text } = wordsIn(lang).mail;
    try {
      await mail.send({
        to,
        // The same at every try: one whose answer was lost on the way is not shown twice.
        id: `<${hashOf(request.secret_hash).slice(0, 40)}@${new URL(frame.base).hostname}>`,
        subject: subject(frame.name),
        text: text(request.id, frame.name, frame.base + pathIn(frame, lang, "/rights")),
        headers: { "Auto-Submitted": "auto-generated", "Content-Language": lang },
      });
    } catch (caught) {
      const { responseCode = 0 } = caught as { readonly responseCode?: number };
      const why = redacted(caught as Error).slice(0, 300);
      if (responseCode < 500) throw new Error(why, { cause: caught });
      await ask.told(request.id);
      throw new RefusedJob(why);
    }
    await ask.told(request.id);
  };
