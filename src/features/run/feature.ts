/** Running an instance from the browser: the door. */
import { backupDrawing } from "../../platform/accounts/drawings/sent-and-run.ts";
import type { Feature } from "../../platform/feature.ts";
import { tidyArrivals } from "../../platform/process/arrivals.ts";
import { tidyBackups } from "../../platform/process/backups/folder.ts";
import { arrivalAddresses } from "./arrivals.ts";
import { releaseAddresses, releasesDue } from "./releases.ts";
import { backupAddresses } from "./backups.ts";
import { oneBackupAddresses } from "./one-backup.ts";
import { runAddresses } from "./routes.ts";
import { runGauges } from "./gauges.ts";
import { runSteps } from "./steps.ts";
import { wordsIn } from "./words.ts";
import { backupDue, runWorks } from "./works.ts";

export const run: Feature = {
  name: "run",
  routes: [],
  desk: [
    {
      path: "/desk/run",
      group: "run",
      permission: "settings",
      about: wordsIn,
      picture: backupDrawing,
      pages: [{ path: "/desk/run/arrivals", about: (lang) => wordsIn(lang).arrivals }],
    },
  ],
  machine: (serving) => ({
    ...runAddresses(serving),
    ...backupAddresses(serving),
    ...oneBackupAddresses(serving),
    ...arrivalAddresses(serving),
    ...releaseAddresses(serving),
  }),
  works: (serving) => {
    const { dir } = serving.instance.folder; // what was cut off goes before anything is begun
    tidyBackups(dir);
    tidyArrivals(dir);
    return runWorks(serving);
  },
  steps: runSteps,
  gauges: runGauges,
  async hourly(serving) {
    await releasesDue(serving);
    await backupDue(serving);
  },
};
