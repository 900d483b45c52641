/** All of an ITM prediction that does not depend on the ground: made once, used for every path. */
import { checkInputs } from "./inputs.ts";
import type { ItmOptions } from "./options.ts";
import { spread, type Spread } from "./spread.ts";

export interface ItmJob {
  /** Metres over the ground. */
  readonly transmitter: number;
  readonly receiver: number;
  /** MHz. */
  readonly frequency: number;
  /** 1/m: NTIA's f / 47.7. */
  readonly wavenumber: number;
  readonly cubeRoot: number;
  readonly logarithm: number;
  /** dB at 1 m. */
  readonly freeSpaceAtOneMetre: number;
  /** Surface refractivity reduced to sea level, N-units. */
  readonly refractivity: number;
  /** Of the ground, relative to free space: real part, imaginary part, magnitude. */
  readonly impedance: number;
  readonly reactance: number;
  readonly impedanceSize: number;
  /** 10 m² for a path whose ground is known, 0 for area mode: C of ERL 79-ITS 67, page 3-8. */
  readonly lowAntennas: number;
  readonly spread: Spread;
  /** Bits of the warnings that the inputs alone give. */
  readonly warnings: number;
}

/** @throws ItmError when an input is out of NTIA's range */
export function itmJob(
  heights: { readonly transmitter: number; readonly receiver: number },
  options: ItmOptions,
  kind: "point to point" | "area" = "point to point",
): ItmJob {
  const warnings = checkInputs(heights, options);
  const { frequency, refractivity } = options;
  const wavenumber = frequency / 47.7;
  return {
    transmitter: heights.transmitter,
    receiver: heights.receiver,
    frequency,
    wavenumber,
    cubeRoot: Math.cbrt(frequency),
    logarithm: Math.log(frequency),
    freeSpaceAtOneMetre: 32.45 - 60 + 20 * Math.log10(frequency),
    refractivity,
    ...groundImpedance(options),
    lowAntennas: kind === "area" ? 0 : 10,
    spread: spread(options),
    warnings,
  };
}

/** The root of the complex permittivity less one, over the permittivity where polarisation is vertical: [Algorithm, 1.6, 1.7]. */
function groundImpedance({ frequency, permittivity, conductivity, polarisation }: ItmOptions) {
  const loss = (18_000 * conductivity) / frequency;
  const size = Math.hypot(permittivity - 1, loss);
  let impedance = Math.sqrt((size + permittivity - 1) / 2);
  let reactance = permittivity === 1 ? impedance : loss / (2 * impedance); // not off by a rounding: ITM compares the two
  if (polarisation === "vertical") {
    const square = permittivity * permittivity + loss * loss;
    [impedance, reactance] = [
      (impedance * permittivity + reactance * loss) / square,
      (reactance * permittivity - impedance * loss) / square,
    ];
  }
  return { impedance, reactance, impedanceSize: Math.hypot(impedance, reactance) };
}
