/** The desk looks at the files of a contribution before it decides; nobody else can. Rule T9. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { may } from "../../platform/accounts/roles.ts";
import type { Serving } from "../../platform/feature.ts";
import { MEDIA_TYPES, type MediaKind } from "../../platform/media/kind.ts";
import type { Extra } from "../../platform/web/extra.ts";
import type { Store } from "./store.ts";

export const SEEN = "/desk/sent";

export const seenByDesk =
  ({ accounts }: Serving, store: Store): Extra =>
  async (req, res, { params }) => {
    const visitor = await accounts.who(req);
    const mayLook = visitor && !visitor.must && may(visitor.account.role, "queue");
    const upload = mayLook ? await store.get(params["id"]!) : undefined;
    res.setHeader("Cache-Control", "no-store");
    if (!upload || upload.state !== "here") {
      res.writeHead(404, { "Content-Type": "text/plain; charset=utf-8", "Content-Length": "0" });
      res.end();
      return;
    }
    const file = store.path(upload.id);
    res.writeHead(200, {
      "Content-Type": MEDIA_TYPES[upload.kind as MediaKind],
      "Content-Length": (await stat(file)).size,
    });
    if (req.method === "HEAD") res.end();
    else await pipeline(createReadStream(file), res).catch(() => res.destroy());
  };
