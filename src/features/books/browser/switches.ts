/** For two switches: one goes to the next thing that can be pressed, one presses it. Space and Enter, or two large buttons. */

/** @param on from the beginning @param turned hears when it is turned on or off */
export function scanning(player: HTMLElement, on: boolean, turned: (on: boolean) => void): void {
  const toggle = player.querySelector<HTMLButtonElement>("#two")!;
  const pair = player.querySelector<HTMLElement>("#pair")!;
  const [next, press] = pair.querySelectorAll("button");
  const all = () =>
    [...player.querySelectorAll<HTMLElement>("button, a[href], summary")].filter(
      (one) => !pair.contains(one) && one.checkVisibility(),
    );
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
      if (
        !on ||
        (target instanceof HTMLElement && /^(?:INPUT|SELECT|TEXTAREA)$/.test(target.tagName))
      )
        return;
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
