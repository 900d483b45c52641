/** Listening: the door. */
import type { Feature } from "../../platform/feature.ts";
import { alarmsWait, deskAddresses, listeningDesk } from "./desk/desk.ts";
import { listeningModel } from "./model.ts";
import { sensorAddresses } from "./sensors/addresses.ts";
import { lookEachMinute } from "./sensors/look.ts";
import { tendSensors } from "./sensors/tend.ts";
import { tellWatch } from "./watch/telling.ts";
import { watchAddresses } from "./watch/watch.ts";

export const listening: Feature = {
  name: "listening",
  model: listeningModel,
  routes: [],
  machine: (serving) => ({
    ...sensorAddresses(serving),
    ...watchAddresses(serving),
    ...deskAddresses(serving),
  }),
  desk: [listeningDesk],
  waits: alarmsWait,
  beside: async (serving, signal) => {
    await Promise.all([lookEachMinute(serving, signal), tellWatch(serving, signal)]);
  },
  hourly: tendSensors,
};
