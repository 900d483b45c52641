/** Listening: the door. */
import type { Feature } from "../../platform/feature.ts";
import { listeningModel } from "./model.ts";
import { sensorAddresses } from "./sensors/addresses.ts";
import { lookEachMinute } from "./sensors/look.ts";
import { tendSensors } from "./sensors/tend.ts";

export const listening: Feature = {
  name: "listening",
  model: listeningModel,
  routes: [],
  machine: (serving) => ({ ...sensorAddresses(serving) }),
  beside: lookEachMinute,
  hourly: tendSensors,
};
