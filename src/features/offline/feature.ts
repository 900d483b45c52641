/** Keeping stories: as a book, on the phone, in another form of reading. The door. */
import type { Feature } from "../../platform/feature.ts";
import { aloudRoutes } from "./aloud.ts";
import { epubRoutes } from "./epub/routes.ts";
import { relatedKeeping } from "./related.tsx";
import { keepRoutes } from "./routes.ts";
import { passOnRoutes } from "./pass-on.tsx";
import { oembedRoutes } from "./oembed.ts";
import { workerAddress } from "./worker.ts";

export const offline: Feature = {
  name: "offline",
  routes: [...epubRoutes, ...keepRoutes, ...aloudRoutes, ...oembedRoutes, ...passOnRoutes],
  machine: () => ({ "GET /sw.js": workerAddress }),
  related: relatedKeeping,
};
