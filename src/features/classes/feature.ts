/** Classes: the door. */
import type { Feature } from "../../platform/feature.ts";
import { boardAddresses } from "./board/desk.tsx";
import { learningAddresses } from "./learning/addresses.ts";
import { classesModel } from "./model.ts";
import { leadsToClasses } from "./roster/list-desk.ts";
import { forgetOver, rosterAddresses, rosterDesk } from "./roster/desk.ts";

export const classes: Feature = {
  name: "classes",
  model: classesModel,
  routes: [],
  machine: (serving) => ({
    ...rosterAddresses(serving),
    ...learningAddresses(serving),
    ...boardAddresses(serving),
  }),
  desk: [rosterDesk],
  leads: leadsToClasses,
  hourly: forgetOver,
};
