import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { parsePattern as parseAt } from "./pattern-file.ts";
import { beamOf, downtiltOf, gainTowards, PatternError } from "./pattern.ts";

const parsePattern = (file: string) => parseAt(file, 947);

/** dB: a beam ahead, 30 dB behind. */
const across = (degree: number) => 15 * (1 - Math.cos((degree * Math.PI) / 180));
/** A beam 6 degrees under the horizon; 20 dB elsewhere. */
const upright = (degree: number) => Math.min(20, Math.abs(degree - 6), Math.abs(degree - 366));

const cut = (name: string, loss: (degree: number) => number) => [
  `${name} 360`,
  ...Array.from({ length: 360 }, (_, degree) => `${degree}.0\t${loss(degree).toFixed(2)}`),
];
const fileOf = (gain = "15 dBi", frequency = "947.5") => [
  "NAME Panel 65",
  "MAKE A maker",
  `FREQUENCY ${frequency}`,
  `GAIN ${gain}`,
  "TILT ELECTRICAL",
  "COMMENT DATE 10.05.1995",
  ...cut("HORIZONTAL", across),
  ...cut("VERTICAL", upright),
  "",
];
const text = (lines = fileOf()) => lines.join("\r\n");

test("CR15 a file of the MSI Planet format says name, frequency and gain, in dBd where no unit stands", () => {
  const { name, mhz, gain } = parsePattern(text());
  assert.deepEqual({ name, mhz, gain }, { name: "Panel 65", mhz: 947.5, gain: 15 });
  for (const [said, dBi] of [
    ["10", 12.15],
    ["10 dBd", 12.15],
    ["10.5dBi", 10.5],
    ["-3 dbi", -3],
  ] as const)
    assert.ok(Math.abs(parsePattern(text(fileOf(said))).gain - dBi) < 1e-9, said);
  for (const [said, megahertz] of [
    ["5600 MHz", 5600],
    ["5.6 GHz", 5600],
    ["790", 790],
  ] as const)
    assert.ok(Math.abs(parsePattern(text(fileOf("1", said))).mhz - megahertz) < 1e-9, said);
  assert.equal(parsePattern(text([...fileOf(), "COMMENT more", "COMMENT and more"])).gain, 15);
  assert.equal(parsePattern(`\uFEFF${fileOf().join("\n").toLowerCase()}`).gain, 15);
});

test("CR15 the gain in a direction is that of the file's two planes, downwards as upright angles grow", () => {
  const pattern = parsePattern(text());
  const near = (aside: number, elevation: number, expected: number) =>
    assert.ok(
      Math.abs(gainTowards(pattern, aside, elevation) - expected) < 0.02,
      `${gainTowards(pattern, aside, elevation)} at ${aside}, ${elevation}`,
    );
  near(0, -6, 15);
  near(0, 0, 15 - 6);
  near(0, 4, 15 - 10);
  near(0, -8.5, 15 - 2.5);
  near(60, -6, 15 - 7.5);
  near(-60, -6, 15 - 7.5);
  near(420, -6, 15 - 7.5);
  near(90, -8, 15 - 17);
  near(180, -6, 15 - 30);
  near(180, 60, 15 - 30); // the most that the file has
});

test("law: CR15 no direction gains more than the file says, and a degree around is the same degree", () => {
  const pattern = parsePattern(text());
  fc.assert(
    fc.property(
      fc.double({ min: -720, max: 720, noNaN: true }),
      fc.double({ min: -90, max: 90, noNaN: true }),
      (aside, elevation) => {
        const dBi = gainTowards(pattern, aside, elevation);
        assert.ok(dBi <= 15 && dBi >= 15 - 30);
        assert.ok(Math.abs(gainTowards(pattern, aside + 360, elevation) - dBi) < 1e-6);
      },
    ),
  );
});

test("CR16 what is wrong with a file is told with its line, what was expected and what was found", () => {
  const at = (line: number, said: string) => fileOf().with(line - 1, said);
  const without = (key: string) => fileOf().filter((line) => !line.startsWith(key));
  const wrong: readonly (readonly [lines: readonly string[], line: number, says: RegExp])[] = [
    [without("GAIN"), 728, /Expected a line GAIN, found none\./],
    [without("FREQUENCY"), 728, /Expected a line FREQUENCY, found none\./],
    [fileOf().slice(0, 367), 367, /Expected a line VERTICAL 360, found none\./],
    [
      at(4, "GAIN much"),
      4,
      /Expected GAIN as a number, with DBD or DBI or no unit, found "much"\./,
    ],
    [at(4, "GAIN"), 4, /found ""\./],
    [at(3, "FREQUENCY 0"), 3, /Expected FREQUENCY as a number over 0/],
    [at(5, "GAIN 3"), 5, /Expected one line GAIN, found two\./],
    [at(7, "HORIZONTAL 720"), 7, /Expected HORIZONTAL 360, found "HORIZONTAL 720"\./],
    [
      at(9, "1.0 -0.5"),
      9,
      /Expected 1 degrees of HORIZONTAL and a loss in dB from 0, found "1\.0 -0\.5"/,
    ],
    [at(10, "3.0 0.1"), 10, /Expected 2 degrees of HORIZONTAL/],
    [at(10, "2,0 0,1"), 10, /found "2,0 0,1"/],
    [at(10, "2.0"), 10, /found "2\.0"/],
    [at(10, ""), 10, /found nothing/],
    [at(10, "2.0 1 7"), 10, /found "2\.0 1 7"/],
    [fileOf().slice(0, 400), 400, /Expected 32 degrees of VERTICAL.*found nothing/],
    [fileOf().with(728, "360.0 0.1"), 729, /Expected a keyword, found "360\.0 0\.1"/],
    [[], 1, /Expected a line HORIZONTAL 360, found none\./],
    [["x".repeat(400_001)], 1, /Expected at most 400000 characters, found 400001\./],
  ];
  for (const [lines, line, says] of wrong)
    assert.throws(
      () => parsePattern(text([...lines])),
      (error) => error instanceof PatternError && error.line === line && says.test(error.message),
      `${line}: ${String(says)}`,
    );
});

const adf = (
  points: readonly (readonly [azimuth: number, dB: number])[],
  { gain = "15", units = "DBI/DBR", more = [] as string[] } = {},
) => [
  "REVNUM:,NSMA WG16.99.050",
  "ANTMAN:,A maker",
  "MODNUM:,Panel 65",
  "LOWFRQ:,5150",
  "HGHFRQ:,5850",
  `GUNITS:,${units}`,
  `MDGAIN:,${gain} ! as measured`,
  "PATFRE:,5500",
  ...more,
  "PATCUT:,AZ",
  "POLARI:,V/V",
  `NUPOIN:,${points.length}`,
  "FSTLST:,-180,180",
  ...points.map((point) => point.join(",")),
  "PATCUT:,EL",
  "POLARI:,V/V",
  "NUPOIN:,5",
  "-90,-25,",
  "-14,-10,",
  "-4,0,", // looks 4 degrees down
  "6,-10,",
  "90,-30,",
  "ENDFIL:,EOF",
  "",
];
const SKEWED = [
  [-180, -30],
  [-90, -20],
  [0, 0],
  [45, -9],
  [90, -15],
  [180, -30],
] as const;

test("CR17 a file of the NSMA gives the same as one of MSI Planet: elevations grow upwards, values are negative", () => {
  const pattern = parsePattern(text(adf(SKEWED)));
  const { name, mhz, gain } = pattern;
  assert.deepEqual({ name, mhz, gain }, { name: "A maker Panel 65", mhz: 5500, gain: 15 });
  const near = (aside: number, elevation: number, loss: number) =>
    assert.ok(
      Math.abs(15 - gainTowards(pattern, aside, elevation) - loss) < 1e-9,
      `${15 - gainTowards(pattern, aside, elevation)} at ${aside}, ${elevation}`,
    );
  near(0, -4, 0);
  near(0, 1, 5);
  near(0, -9, 5);
  near(45, -4, 9);
  near(-45, -4, 10);
  near(135, -4, 22.5);
  near(180, 6, 30);
  assert.equal(downtiltOf(pattern), 4);
  assert.ok(Math.abs(beamOf(pattern.across) - (3 / 20) * 90 - (3 / 9) * 45) < 1e-9);
  assert.ok(Math.abs(beamOf(pattern.upright) - 6) < 1e-9);
});

test("CR17 units, several frequencies, both polarisations and what is crosswise", () => {
  const dBd = parsePattern(text(adf(SKEWED, { gain: "12.85", units: "DBD/DBR" })));
  assert.ok(Math.abs(dBd.gain - 15) < 1e-9);
  const absolute = SKEWED.map(([angle, value]) => [angle, value + 15] as const);
  const whole = text(adf(SKEWED)).replace(/DBI\/DBR/u, "DBI/DBI");
  assert.throws(
    () => parsePattern(whole.replace("MDGAIN:,15", "MDGAIN:,-2")),
    /Expected at most -2\.0 dB/,
  );
  const [low] = text(adf(absolute, { units: "DBI/DBI" })).split("PATCUT:,EL");
  const read = parsePattern(`${low}PATCUT:,EL\nPOLARI:,V/V\n-90,-10\n-4,15\n90,-10\nENDFIL:,EOF`);
  assert.ok(Math.abs(15 - gainTowards(read, 45, -4) - 9) < 1e-9);
  const other = (mhz: number, polarisation: string, dB: number) => [
    `PATFRE:,${mhz}`,
    ...["H", "V"].flatMap((plane) => [
      `PATCUT:,${plane}`,
      `POLARI:,${polarisation}`,
      ...[-180, -90, 0, 90, 180].map((angle) => `${angle},${angle === 0 ? 0 : dB}`),
    ]),
  ];
  const more = [
    ...other(5000, "V/V", -11),
    ...other(5600, "H/H", -12),
    ...other(5600, "V/V", -13),
    ...other(5600, "V/H", -14),
    "PATFRE:,5700",
    "PATCUT:,45",
    "POLARI:,V/V",
    "0,0",
    "PATFRE:,5500",
  ];
  const at = (mhz: number) => parseAt(text(adf(SKEWED, { more })), mhz);
  assert.deepEqual([at(5650).mhz, at(5650).across[180]], [5600, 13]);
  assert.deepEqual([at(900).mhz, at(900).across[180]], [5000, 11]);
  assert.deepEqual([at(5500).mhz, at(5500).across[180]], [5500, 30]);
});

test("CR16 what is wrong with a file of the NSMA is told with its line too", () => {
  const lines = adf(SKEWED);
  const lineOf = (start: string) => lines.findIndex((line) => line.startsWith(start)) + 1;
  const wrong: readonly (readonly [string, string, number, RegExp])[] = [
    ["GUNITS", "GUNITS:,DBI/LIN", 0, /Expected GUNITS as DBI or DBD.*found "DBI\/LIN"/],
    ["MDGAIN", "MDGAIN:,much", 0, /Expected MDGAIN as a number, found "much"/],
    ["MDGAIN", "MDGAIN:,", lineOf("ENDFIL"), /Expected a line MDGAIN, found none/],
    ["PATFRE", "PATFRE:,5,5", 0, /Expected PATFRE as a number, found "5,5"/],
    ["REVNUM", "something else", 0, /Expected a field such as GUNITS.*found "something else"/],
    ["-90,-20", "-90", 0, /Expected an angle and a number of dB, found "-90"/],
    ["-90,-20", "-90,x", 0, /Expected an angle and a number of dB, found "-90,x"/],
    ["-90,-20", "-190,-20", 0, /Expected an angle over -180, found "-190,-20"/],
    ["-90,-20", "-90,20", 0, /Expected at most 0\.0 dB.*found 20/],
    [
      "-90,-20",
      "",
      lineOf("PATCUT:,AZ"),
      /Expected a cut with an angle each 90 degrees.*180 degrees/,
    ],
    [
      "PATCUT:,EL",
      "PATCUT:,12",
      lineOf("ENDFIL"),
      /Expected a cut PATCUT:,AZ.*one at line 9, one at/,
    ],
    ["ENDFIL", "", lines.length, /Expected a line ENDFIL:,EOF, found none/],
  ];
  const many = lines.with(8, "PATCUT:,9\n".repeat(201));
  assert.throws(() => parsePattern(text(many)), /Expected at most 200 cuts, found more/);
  for (const [start, said, line, says] of wrong)
    assert.throws(
      () => parsePattern(text(lines.with(lineOf(start) - 1, said))),
      (error) =>
        error instanceof PatternError &&
        error.line === (line || lineOf(start)) &&
        says.test(error.message),
      `${start} ${said} ${String(says)}`,
    );
});

test("law: CR16 whatever the bytes, a file is read or refused, and what is read is whole", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(fileOf(), adf(SKEWED)),
      fc.nat(),
      fc.oneof(
        fc.string(),
        fc.constantFrom("GAIN", "VERTICAL 360", "3 NaN", "1 1e999", "2 ٣", "\r\n", "PATCUT:,AZ"),
      ),
      (lines, place, said) => {
        const i = place % lines.length;
        try {
          const { across: around, upright: up, gain } = parsePattern(text(lines.with(i, said)));
          assert.ok([...around, ...up].every((loss) => loss >= 0) && Number.isFinite(gain));
          assert.ok(around.length === 360 && up.length === 360);
        } catch (error) {
          assert.ok(error instanceof PatternError, String(error));
        }
      },
    ),
  );
});
