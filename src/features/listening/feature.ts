/** Listening: the door. */
import type { Feature } from "../../platform/feature.ts";
import { alarmsWait, deskAddresses, leadsToWatch, listeningDesk } from "./desk/desk.ts";
import { listeningModel } from "./model.ts";
import { sayReports } from "./reporting.ts";
import { sensorAddresses } from "./sensors/addresses.ts";
import { lookEachMinute } from "./sensors/look.ts";
import { tendSensors } from "./sensors/tend.ts";
import { EVIDENCE_PART, evidenceAddresses } from "./told/evidence/desk.ts";
import { evidenceWordsIn } from "./told/evidence/words.ts";
import { relatedListening } from "./told/related.tsx";
import { toldRoutes } from "./told/routes.ts";
import { tryAddresses, tryRoutes } from "./trying/routes.ts";
import { tellWatch } from "./watch/telling.ts";
import { watchAddresses } from "./watch/watch.ts";

export const listening: Feature = {
  name: "listening",
  model: listeningModel,
  routes: [...toldRoutes, ...tryRoutes],
  machine: (serving) => ({
    ...sensorAddresses(serving),
    ...watchAddresses(serving),
    ...deskAddresses(serving),
    ...tryAddresses,
    ...evidenceAddresses(serving),
  }),
  related: relatedListening,
  desk: [
    listeningDesk,
    { path: EVIDENCE_PART, group: "field", permission: "publish", about: evidenceWordsIn },
  ],
  waits: alarmsWait,
  leads: leadsToWatch,
  beside: async (serving, signal) => {
    await Promise.all([lookEachMinute(serving, signal), tellWatch(serving, signal)]);
  },
  hourly: async (serving) => {
    await sayReports(serving, serving.clock.aged());
    await tendSensors(serving);
  },
};
