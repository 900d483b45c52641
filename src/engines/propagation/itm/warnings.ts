/** The bits of ITM's warnings: NTIA's (ITM v1.4, ERRORS_AND_WARNINGS.md). A loss with warnings is still a loss. */
export const ITM_WARNINGS = {
  transmitterHeight: 0x0001,
  receiverHeight: 0x0002,
  frequency: 0x0004,
  /** Over 1,000 km. */
  farPath: 0x0008,
  /** Over 2,000 km. */
  veryFarPath: 0x0010,
  /** So short that the ray between the effective heights is steeper than 0.2 rad. */
  steepPath: 0x0020,
  /** Under 1 km. */
  shortPath: 0x0040,
  /** Over 0.2 rad: small angles are assumed. */
  transmitterHorizonAngle: 0x0080,
  receiverHorizonAngle: 0x0100,
  /** Under a tenth of that of the smooth Earth. */
  transmitterHorizonNear: 0x0200,
  receiverHorizonNear: 0x0400,
  /** Over three times that of the smooth Earth. */
  transmitterHorizonFar: 0x0800,
  receiverHorizonFar: 0x1000,
  extremeVariabilities: 0x2000,
  /** From 150 to 250 N-units. */
  surfaceRefractivity: 0x4000,
} as const;

const SAID: Readonly<Record<keyof typeof ITM_WARNINGS, string>> = {
  transmitterHeight: "the first antenna is lower than 1 m or higher than 1,000 m",
  receiverHeight: "the second antenna is lower than 1 m or higher than 1,000 m",
  frequency: "the frequency is below 40 MHz or above 10,000 MHz",
  farPath: "the path is longer than 1,000 km",
  veryFarPath: "the path is longer than 2,000 km",
  steepPath: "the path is short for the difference in height",
  shortPath: "the path is shorter than 1 km",
  transmitterHorizonAngle: "the first antenna's horizon is steeper than 0.2 rad",
  receiverHorizonAngle: "the second antenna's horizon is steeper than 0.2 rad",
  transmitterHorizonNear:
    "the first antenna's horizon is under a tenth as far as over smooth ground",
  receiverHorizonNear: "the second antenna's horizon is under a tenth as far as over smooth ground",
  transmitterHorizonFar:
    "the first antenna's horizon is over three times as far as over smooth ground",
  receiverHorizonFar:
    "the second antenna's horizon is over three times as far as over smooth ground",
  extremeVariabilities: "a share of time, locations or situations is extreme",
  surfaceRefractivity: "the air at this height bends rays less than is usual (under 250 N-units)",
};

/** What the bits of warnings say, in words. */
export const warningsIn = (bits: number): string[] =>
  (Object.keys(ITM_WARNINGS) as (keyof typeof ITM_WARNINGS)[])
    .filter((name) => (bits & ITM_WARNINGS[name]) !== 0)
    .map((name) => SAID[name]);
