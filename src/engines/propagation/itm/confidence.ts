/** The other way to say what a prediction is to hold for: how often, and how sure. NTIA's ITM v1.4, "CR" modes. */
import { ITM_CODES, ItmError } from "./itm-error.ts";
import type { ItmOptions } from "./options.ts";

/**
 * @param reliability per cent of the time, over 0 and under 100
 * @param confidence per cent of alike situations in which that holds, over 0 and under 100
 * @throws ItmError with NTIA's code
 */
export function confidently(
  reliability: number,
  confidence: number,
): Pick<ItmOptions, "time" | "location" | "situation"> {
  for (const [name, share] of Object.entries({ reliability, confidence }))
    if (!(share > 0 && share < 100))
      throw new ItmError(
        ITM_CODES[name as "reliability" | "confidence"],
        `Expected a ${name} over 0 and under 100 %, got ${share}.`,
      );
  return { time: reliability, location: 50, situation: confidence };
}
