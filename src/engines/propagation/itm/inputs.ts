/** The ranges that ITM is made for: NTIA's (ITM v1.4), and in its order. */
import { ITM_CODES, ItmError } from "./itm-error.ts";
import type { ItmOptions } from "./options.ts";
import { ITM_WARNINGS } from "./warnings.ts";

/**
 * @returns the bits of the warnings
 * @throws ItmError that says what was expected of the first input out of range
 */
export function checkInputs(
  heights: { readonly transmitter: number; readonly receiver: number },
  options: ItmOptions,
): number {
  let warnings = 0;
  const check = (
    code: keyof typeof ITM_CODES,
    isRight: boolean,
    expected: string,
    got: unknown,
  ) => {
    if (!isRight)
      throw new ItmError(ITM_CODES[code], `Expected ${expected}, got ${String(got)}.`, warnings);
  };
  const { transmitter, receiver } = heights;
  const { frequency, polarisation, mdvar } = options;

  if (transmitter < 1 || transmitter > 1000) warnings |= ITM_WARNINGS.transmitterHeight;
  check(
    "transmitterHeight",
    transmitter >= 0.5 && transmitter <= 3000,
    "a transmitter from 0.5 to 3,000 m over the ground",
    transmitter,
  );
  if (receiver < 1 || receiver > 1000) warnings |= ITM_WARNINGS.receiverHeight;
  check(
    "receiverHeight",
    receiver >= 0.5 && receiver <= 3000,
    "a receiver from 0.5 to 3,000 m over the ground",
    receiver,
  );
  const { climate, refractivity } = options;
  const isClimate = Number.isInteger(climate) && climate >= 1 && climate <= 7;
  check("climate", isClimate, "a climate from 1 to 7", climate);
  const isRefractivity = refractivity >= 250 && refractivity <= 400;
  check("refractivity", isRefractivity, "a refractivity from 250 to 400 N-units", refractivity);
  if (frequency < 40 || frequency > 10_000) warnings |= ITM_WARNINGS.frequency;
  const isFrequency = frequency >= 20 && frequency <= 20_000;
  check("frequency", isFrequency, "a frequency from 20 to 20,000 MHz", frequency);
  const isPolarisation = polarisation === "horizontal" || polarisation === "vertical";
  check("polarisation", isPolarisation, "horizontal or vertical polarisation", polarisation);
  const { permittivity, conductivity } = options;
  check(
    "permittivity",
    permittivity >= 1 && permittivity < Infinity,
    "a permittivity of 1 or more",
    permittivity,
  );
  check(
    "conductivity",
    conductivity > 0 && conductivity < Infinity,
    "a conductivity over 0 S/m",
    conductivity,
  );
  const isMdvar = Number.isInteger(mdvar) && mdvar >= 0 && mdvar <= 33 && mdvar % 10 <= 3;
  check("mdvar", isMdvar, "a mode of variability 0 to 3, or that plus 10, 20 or 30", mdvar);
  for (const share of ["situation", "time", "location"] as const)
    check(
      share,
      options[share] > 0 && options[share] < 100,
      `a share of ${share} over 0 and under 100 %`,
      options[share],
    );
  return warnings;
}
