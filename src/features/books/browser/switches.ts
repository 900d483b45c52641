/** For two switches: one goes to the next thing that can be pressed, one presses it. Space and Enter, or two large buttons. */

/** @param on from the beginning @param turned hears when it is turned on or off */
export function scanning(player: HTMLElement, on: boolean, turned: (on: boolean) => void): void {
  const toggle = player.querySelector<HTMLButtonElement>("#two")!;
  const pair = player.querySelector<HTMLElement>("#pair")!;
  const [next, press] = pair.querySelectorAll("button");
  // The ways out of the page come last: else two switches lead into a book and never out of it.
  const around = player.closest("article")?.querySelectorAll<HTMLElement>("nav.acts a[href]") ?? [];
  const all = () => {
    const mine = player.querySelectorAll<HTMLElement>("button, a[href], summary");
    return [...new Set([...mine, ...around])].filter(
      (one) => !pair.contains(one) && one.checkVisibility(),
    );
  };
  let at: HTMLElement | undefined;
  const go = (to: HTMLElement | undefined): void => {
    at?.removeAttribute("data-scan");
    at = to;
    at?.setAttribute("data-scan", "");
    at?.focus();
  };
  const forward = (): void => {
    const list = all();
    go(list[(at ? list.indexOf(at) + 1 : 0) % list.length]);
  };
  const set = (is: boolean): void => {
    on = is;
    toggle.ariaPressed = String(is);
    pair.hidden = !is;
    go(is ? (at ?? all()[0]) : undefined);
    turned(is);
  };
  toggle.addEventListener("click", () => set(!on));
  next!.addEventListener("click", forward);
  press!.addEventListener("click", () => at?.click());
  for (const button of [next!, press!])
    button.addEventListener("pointerdown", (event) => event.preventDefault()); // what is to be pressed keeps the focus
  document.addEventListener(
    "keydown",
    (event) => {
      const { target } = event;
      // Who went elsewhere by the keyboard presses what is there.
      const isElsewhere =
        target instanceof Element &&
        target !== at &&
        !player.contains(target) &&
        target.matches("a, button, summary, input, select, textarea");
      if (!on || isElsewhere) return;
      if (event.key !== " " && event.key !== "Enter") return;
      event.preventDefault();
      event.stopPropagation();
      if (event.repeat) return; // a switch that is held down is pressed once
      if (event.key === " ") forward();
      else at?.click();
    },
    true,
  );
  if (on) set(true);
}
