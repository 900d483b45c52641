/** Passkeys in the browser: the parts of a page that need it are shown where it can be done. */

type Answer = PublicKeyCredential & { toJSON(): unknown };

for (const part of document.querySelectorAll<HTMLElement>("[data-passkey]")) {
  if (typeof PublicKeyCredential === "undefined") break;
  if (!PublicKeyCredential.parseRequestOptionsFromJSON) break;
  part.hidden = false;
  for (const note of document.querySelectorAll<HTMLElement>("[data-no-passkey]"))
    note.hidden = true;
  const isNew = part.dataset["passkey"] === "add";
  const said = part.querySelector<HTMLElement>("[role=status]")!;
  part.querySelector("button")!.addEventListener("click", () => {
    said.hidden = true;
    go(isNew, part.dataset).catch(() => {
      said.hidden = false;
    });
  });
}

async function go(isNew: boolean, { then: onward = "", lang }: DOMStringMap): Promise<void> {
  const at = isNew ? "/desk/me/passkey" : "/desk/passkey";
  const chosen = lang ? `?lang=${lang}` : "";
  const asked = (await post(`${at}/ask`, {})) as never;
  const credential = isNew
    ? await navigator.credentials.create({
        publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked),
      })
    : await navigator.credentials.get({
        publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked),
      });
  const answer = JSON.stringify((credential as Answer).toJSON());
  const { to } = (await post(`${at}/answer${chosen}`, { answer, onward })) as { to: string };
  location.assign(to);
}

async function post(path: string, fields: Record<string, string>): Promise<unknown> {
  const body = new URLSearchParams(fields);
  const headers = { Accept: "application/json" };
  const response = await fetch(path, { method: "POST", headers, body });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}
