/** The addresses of a learner. Rules CL10 to CL19. */
import type { Serving } from "../../../platform/feature.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import { sendScript } from "../../../platform/web/script.ts";
import { answersAddress } from "./answers.ts";
import { cardAddress, cardTried, codeAddress, codeTyped } from "./card.ts";
import { formAddress } from "./form.ts";
import { eraseAddress, eraseSaid, mineAddress, mineFile } from "./mine.ts";
import { doneAddress, lessonAddress, nowAddress } from "./pages-at.ts";
import { learnScript } from "./script.ts";

export const learningAddresses = (serving: Serving): Readonly<Record<string, Extra>> => ({
  "GET /class": codeAddress(serving),
  "POST /class": codeTyped(serving),
  "GET /class/c/:code": cardAddress(serving),
  "POST /class/c/:code": cardTried(serving),
  "GET /class/now": nowAddress(serving),
  "GET /class/lessons/:lesson": lessonAddress(serving),
  "POST /class/answer": formAddress(serving),
  "POST /class/answers": answersAddress(serving),
  "GET /class/mine": mineAddress(serving),
  "GET /class/mine.json": mineFile(serving),
  "GET /class/erase": eraseAddress(serving),
  "POST /class/erase": eraseSaid(serving),
  "POST /class/done": doneAddress(serving),
  [`GET ${learnScript.path}`]: sendScript(learnScript),
});
