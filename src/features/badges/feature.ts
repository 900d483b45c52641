/** Badges: the door. */
import type { Feature } from "../../platform/feature.ts";
import { badgesModel } from "./model.ts";

export const badges: Feature = { name: "badges", model: badgesModel, routes: [] };
