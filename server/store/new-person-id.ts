import { randomUUID } from 'node:crypto';

/**
 * A UUID of version 7 (RFC 9562 5.7), which begins with the time: whoever is added next stands next in the index of ids.
 * With ids in no order a first sync writes nearly all of that index anew with every page.
 */
export function newPersonId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
