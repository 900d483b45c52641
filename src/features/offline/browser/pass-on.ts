/** The phone's own sheet of apps, and a button that copies: shown where the browser has them. Rule K9. */

function begin(): void {
  const input = document.querySelector<HTMLInputElement>("#link");
  const [sheet, copy, copied] = ["#sheet", "#copy", "#copied"].map((id) =>
    document.querySelector<HTMLElement>(id),
  );
  if (!input || !sheet || !copy || !copied) return;
  const { title = "" } = sheet.dataset;
  if (navigator.share) {
    sheet.hidden = false;
    // Whoever closes the sheet has decided so.
    sheet.addEventListener("click", () => {
      navigator.share({ title, text: title, url: input.value }).catch(() => undefined);
    });
  }
  copy.hidden = false;
  copy.addEventListener("click", () => {
    input.select(); // without https there is no other way than to copy what is selected
    const isSelectedCopied = document.execCommand("copy");
    const done = navigator.clipboard?.writeText(input.value) ?? Promise.reject(new Error("none"));
    done.then(
      () => (copied.hidden = false),
      () => (copied.hidden = !isSelectedCopied),
    );
  });
}

begin();
