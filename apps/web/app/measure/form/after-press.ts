let pressed = false;

if (typeof window !== 'undefined') {
  const note = (down: boolean) => () => {
    pressed = down;
  };
  addEventListener('pointerdown', note(true), true);
  for (const end of ['pointerup', 'pointercancel', 'keydown']) addEventListener(end, note(false), true);
}

/**
 * Does what leaving a field leads to: at once, or when the mouse button that is down has been let go. A message that came
 * between the two would move what is pressed, and the click would miss it.
 */
export function afterPress(task: () => void): void {
  // After the click, which follows the release at once.
  if (pressed) addEventListener('pointerup', () => setTimeout(task), { capture: true, once: true });
  else task();
}
