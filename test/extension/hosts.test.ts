import { expect, test } from 'vitest';
import { hostPattern, pagePattern } from '../../extension/hosts.ts';
import { readServerAddress } from '../../extension/server-address.ts';

test.each([
  ['https://intranet.example.com', 'https://intranet.example.com/*', 'https://intranet.example.com/*'],
  ['https://intranet.example.com:8443/a/b', 'https://intranet.example.com:8443/*', 'https://intranet.example.com/*'],
  ['*://*.example.com/team/*', '*://*.example.com/*', '*://*.example.com/*'],
  ['http://[::1]:8080/', 'http://[::1]:8080/*', 'http://[::1]/*'],
])('the host of %s, with ports and where browsers know none', (address, withPort, without) => {
  expect(hostPattern(address, { ports: true })).toBe(withPort);
  expect(hostPattern(address, { ports: false })).toBe(without);
});

test.each([
  ['https://wiki.example.com', 'https://wiki.example.com/*'],
  ['https://wiki.example.com/*', 'https://wiki.example.com/*'],
  ['https://wiki.example.com:8443/$&/*', 'https://wiki.example.com/$&/*'],
])('the pages of %s keep their path', (pattern, pages) => {
  expect(pagePattern(pattern, { ports: false })).toBe(pages);
});

test.each(['<all_urls>', 'file:///etc/*', 'intranet.example.com', 'https://', ''])('%j is no host', (address) => {
  expect(() => hostPattern(address, { ports: true })).toThrow('is no http:// or https:// address');
});

test.each([
  ['nameplate.example.com', 'https://nameplate.example.com'],
  [' https://Nameplate.Example.com:8443/some/path?x#y ', 'https://nameplate.example.com:8443'],
  ['http://localhost:8787', 'http://localhost:8787'],
  ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
  ['https://[::1]:8787', 'https://[::1]:8787'],
])('X5 %j is the address of a server', (typed, origin) => {
  expect(readServerAddress(typed)).toEqual({ origin });
});

test.each([
  ['http://nameplate.example.com', 'insecure'],
  ['http://127.0.0.1.example.com', 'insecure'],
  ['http://localhost.example.com', 'insecure'],
  // A content security policy has no way to write it, so it could not be reached.
  ['http://[::1]:8787', 'insecure'],
  ['ftp://nameplate.example.com', 'bad'],
  ['https://ada:secret@nameplate.example.com', 'bad'],
  ['javascript:alert(1)', 'bad'],
  ['name plate', 'bad'],
  ['', 'bad'],
])('X5 %j is refused as %s', (typed, fault) => {
  expect(readServerAddress(typed)).toEqual({ fault });
});
