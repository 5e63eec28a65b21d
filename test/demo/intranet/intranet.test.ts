import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleCompany } from '#demo/company/company-ldif.ts';
import { type Intranet, startIntranet } from '#demo/intranet/start-intranet.ts';

let intranet: Intranet;
beforeAll(async () => {
  intranet = await startIntranet();
});
afterAll(() => intranet?.stop());

const paths = ['/', '/people', '/rooms/', '/rooms/whisk', '/board', '/treasury'];

test.each(paths)(
  '%s is a page whose style sheets, scripts and pictures are all there, and none from elsewhere',
  async (path) => {
    const answer = await fetch(intranet.url + path);
    const page = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
    const links = [...page.matchAll(/(?:href|src)="([^"#]+)"/g)].flatMap(([, link = '']) => link);
    expect(links.filter((link) => !/^(?:\/|mailto:)/.test(link))).toEqual([]);
    const inner = new Set(links.filter((link) => link.startsWith('/')));
    const answers = await Promise.all([...inner].slice(0, 40).map((link) => fetch(intranet.url + link)));
    expect(answers.filter(({ status }) => status !== 200).map(({ url }) => url)).toEqual([]);
  },
);

test('the treasury allows nothing but its own style sheet, and holds itself to it', async () => {
  const answer = await fetch(`${intranet.url}/treasury`);
  expect(answer.headers.get('content-security-policy')).toBe(
    "default-src 'none'; frame-src 'none'; require-trusted-types-for 'script'; style-src 'self'",
  );
  expect(await answer.text()).not.toMatch(/<script|<img|<style| style=|rel="icon"/);
});

test('everybody is on the people page, their names escaped', async () => {
  const page = await (await fetch(`${intranet.url}/people`)).text();
  expect(page.split('class="person"').length - 1).toBe(sampleCompany().length);
  expect(page).toContain('Dr. Hubertus &quot;Hubi&quot; von und zu Quillfeather');
});

test('files outside the assets are not served', async () => {
  for (const path of ['/assets/..%2Fstart-intranet.ts', '/assets/site', '/portraits/x', '/portraits/nobody']) {
    expect((await fetch(intranet.url + path)).status).toBe(404);
  }
});

test('a port that is taken is said to be', async () => {
  const { port } = new URL(intranet.url);
  await expect(startIntranet({ port: Number(port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
