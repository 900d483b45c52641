/** Running an instance from the browser: the door. */
import type { Feature } from "../../platform/feature.ts";
import { tidyBackups } from "../../platform/process/backups/folder.ts";
import { backupAddresses } from "./backups.ts";
import { oneBackupAddresses } from "./one-backup.ts";
import { runAddresses } from "./routes.ts";
import { wordsIn } from "./words.ts";
import { backupDue, runWorks } from "./works.ts";

export const run: Feature = {
  name: "run",
  routes: [],
  desk: [{ path: "/desk/run", group: "run", permission: "settings", about: wordsIn }],
  machine: (serving) => ({
    ...runAddresses(serving),
    ...backupAddresses(serving),
    ...oneBackupAddresses(serving),
  }),
  works: (serving) => {
    tidyBackups(serving.instance.folder.dir); // before any is made
    return runWorks(serving);
  },
  hourly: backupDue,
};
