const namespace = 'http://www.w3.org/2000/svg';

/** A name plate: a card with a person and two lines. Made element by element, since pages may forbid innerHTML (Trusted Types). */
export function createIcon(): SVGSVGElement {
  const icon = document.createElementNS(namespace, 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute(
    'd',
    'M5 5h14a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H5a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3z M8.5 8.5a2 2 0 1 1 0 4a2 2 0 1 1 0-4z M5.5 16c.3-1.6 1.5-2.2 3-2.2s2.700.6 3 2.2 M14.5 10h4 M14.5 14h2.5',
  );
  icon.append(path);
  return icon;
}
