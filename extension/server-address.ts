/** One's own machine, whose traffic nobody else sees, by the names that the manifest's content security policy lets through. */
const loopback = /^(?:localhost|127\.0\.0\.1)$/;

/** The origin of a server from what somebody typed; a missing scheme is https. */
export function readServerAddress(typed: string): { readonly origin: string } | { readonly fault: 'bad' | 'insecure' } {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || /\s/.test(text))
    return { fault: 'bad' };
  if (url.protocol === 'http:' && !loopback.test(url.hostname)) return { fault: 'insecure' };
  return { origin: url.origin };
}
