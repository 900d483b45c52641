/** The conversation: the door. */
import type { Feature } from "../../platform/feature.ts";
import { conversationModel } from "./model.ts";
import { conversationHandlers } from "./handlers.ts";
import { sayHelped } from "./commands.ts";
import { deleteOver } from "./recordings.ts";
import { relatedConversation } from "./related.tsx";
import { conversationRoutes } from "./routes.ts";

export const conversation: Feature = {
  name: "conversation",
  model: conversationModel,
  routes: conversationRoutes,
  machine: conversationHandlers,
  related: relatedConversation,
  async hourly(serving) {
    await deleteOver(serving);
    await sayHelped(serving);
  },
};
