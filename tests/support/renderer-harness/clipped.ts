/**
 * What of a page cannot be read: text that is cut off, that leaves its button or the window, and buttons that lie on each other. Runs in
 * the page, so it needs nothing from outside.
 */
export function findClipped(): string[] {
  const TOLERANCE = 1.5;
  const found = new Set<string>();
  const note = (what: string, element: Element, text: string): void => {
    const name = [element.tagName.toLowerCase(), ...element.classList].join('.');
    found.add(`${what}: ${name} "${text.replace(/\s+/g, ' ').trim().slice(0, 60)}"`);
  };
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getClientRects().length > 0;
  /** Only for screen readers: such text is a point on the screen. */
  const isForReadersOnly = (element: Element): boolean => {
    for (let each: Element | null = element; each !== null; each = each.parentElement) {
      const { width, height } = each.getBoundingClientRect();
      const { position, overflow } = getComputedStyle(each);
      if (position === 'absolute' && overflow === 'hidden' && width <= 2 && height <= 2) return true;
    }
    return false;
  };
  const hasTitle = (element: Element): boolean => element.closest('[title]') !== null;
  const linesOf = (text: Text): DOMRect[] => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  };

  type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;
  const leaves = (line: Box, box: Box): boolean =>
    line.left < box.left - TOLERANCE ||
    line.right > box.right + TOLERANCE ||
    line.top < box.top - TOLERANCE ||
    line.bottom > box.bottom + TOLERANCE;

  /** Goes from the text outwards until a box that scrolls: what cuts it off, and whether what is left stays in its button and the window. */
  function judgeText(text: Text, parent: Element): void {
    const said = text.data;
    let lines: Box[] = linesOf(text);
    for (let each: Element | null = parent; each !== null; each = each.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(each);
      const box = each.getBoundingClientRect();
      const cuts = [overflowX, overflowY].map((overflow) => overflow === 'hidden' || overflow === 'clip');
      const [cutsX = false, cutsY = false] = cuts;
      const left = cutsX ? box.left : Number.NEGATIVE_INFINITY;
      const right = cutsX ? box.right : Number.POSITIVE_INFINITY;
      const top = cutsY ? box.top : Number.NEGATIVE_INFINITY;
      const bottom = cutsY ? box.bottom : Number.POSITIVE_INFINITY;
      if (lines.some((line) => leaves(line, { left, right, top, bottom }))) {
        if (!hasTitle(parent)) note('cut off', each, said);
        lines = lines.map((line) => ({
          ...{ left: Math.max(line.left, left), right: Math.min(line.right, right) },
          ...{ top: Math.max(line.top, top), bottom: Math.min(line.bottom, bottom) },
        }));
      }
      if (each.matches('button, [role="button"], [role="option"], label') && lines.some((line) => leaves(line, box)))
        note('out of its button', each, said);
      if (/auto|scroll/.test(overflowX + overflowY)) return;
    }
    if (lines.some((line) => line.left < -TOLERANCE || line.right > window.innerWidth + TOLERANCE)) note('out of the window', parent, said);
  }

  /** A fixed height cuts off the last line although its own box ends later. */
  function judgeBox(element: Element): void {
    const { overflowX, overflowY } = getComputedStyle(element);
    const wide = (overflowX === 'hidden' || overflowX === 'clip') && element.scrollWidth > element.clientWidth + TOLERANCE;
    const high = (overflowY === 'hidden' || overflowY === 'clip') && element.scrollHeight > element.clientHeight + TOLERANCE;
    if ((wide || high) && !hasTitle(element)) note(wide ? 'wider than its box' : 'higher than its box', element, element.textContent ?? '');
  }

  function judgeNeighbours(row: Element): void {
    const buttons = [...row.children].filter((child) => child.matches('button, a, label, [role="button"]') && isShown(child));
    for (const [place, one] of buttons.entries()) {
      const a = one.getBoundingClientRect();
      for (const other of buttons.slice(place + 1)) {
        const b = other.getBoundingClientRect();
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > TOLERANCE && down > TOLERANCE) note('on its neighbour', other, other.textContent ?? '');
      }
    }
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!(node instanceof Text) || parent === null || node.data.trim() === '' || !isShown(parent) || isForReadersOnly(parent)) continue;
    judgeText(node, parent);
    judgeBox(parent);
  }
  for (const row of document.querySelectorAll('*')) if (row.children.length > 1) judgeNeighbours(row);
  if (document.documentElement.scrollWidth > window.innerWidth + TOLERANCE) note('wider than the window', document.documentElement, '');
  return [...found];
}
