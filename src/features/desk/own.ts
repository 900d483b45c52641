/** The first page of the desk, and what is one's own there. */
import type { Serving } from "../../platform/feature.ts";
import { deskPage } from "../../platform/accounts/pages.tsx";
import type { Extra } from "../../platform/web/extra.ts";
import { Home } from "./pages/home.tsx";

export function ownAddresses({ door }: Serving): Readonly<Record<string, Extra>> {
  return {
    "GET /desk": door.of("anybody", async ({ account }) => ({
      page: deskPage({ account, part: "/desk", title: "Desk", main: Home({ account }) }),
    })),
  };
}
