/** What ITM refuses. Codes from 1000 are NTIA's (ITM v1.4, ERRORS_AND_WARNINGS.md), those from 2000 are ours. */

export const ITM_CODES = {
  transmitterHeight: 1000,
  receiverHeight: 1001,
  climate: 1002,
  time: 1003,
  location: 1004,
  situation: 1005,
  confidence: 1006,
  reliability: 1007,
  refractivity: 1008,
  frequency: 1009,
  polarisation: 1010,
  permittivity: 1011,
  conductivity: 1012,
  groundImpedance: 1013,
  mdvar: 1014,
  effectiveEarth: 1016,
  distance: 1017,
  deltaH: 1018,
  transmitterSiting: 1019,
  receiverSiting: 1020,
  surfaceRefractivitySmall: 1021,
  surfaceRefractivityLarge: 1022,
  profileTooShort: 2000,
  profileHeight: 2001,
} as const;

export class ItmError extends Error {
  override name = "ItmError";
  /** One of ITM_CODES. */
  readonly code: number;
  /** The bits of the warnings that had been given when it was refused, as NTIA's. */
  readonly warnings: number;

  constructor(code: number, message: string, warnings = 0) {
    super(message);
    this.code = code;
    this.warnings = warnings;
  }
}

/** What is wrong with a path whose values do not go together: refusals that show only while ITM computes. */
export function pathRefusal(code: number): string {
  switch (code) {
    case ITM_CODES.surfaceRefractivitySmall:
      return "Expected a path low enough for a surface refractivity of 150 N-units or more; it lies too high for this N_0.";
    case ITM_CODES.surfaceRefractivityLarge:
      return "Expected a surface refractivity of at most 400 N-units; the path lies too far below sea level for this N_0.";
    case ITM_CODES.effectiveEarth:
      return "Expected an effective Earth radius from 4,000 to 13,333 km; this refractivity gives another.";
    case ITM_CODES.groundImpedance:
      return "Expected ground whose impedance is more real than imaginary; this permittivity and conductivity are not at this frequency.";
    default:
      return `ITM refused the path with code ${code}.`;
  }
}
