import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { startIntranet } from '#demo/intranet/start-intranet.ts';
import { openLDAPCompany } from '#test/api/company.ts';
import { startAPI } from '#test/api/start-api.ts';

export const workplaceFields = [
  ['name', 'text', 'cn', 'never', 'Name', 'Name'],
  ['phone', 'phone', 'telephoneNumber', 'writeBack', 'Phone', 'Telefon'],
  ['title', 'text', 'title', 'writeBack', 'Title', 'Titel'],
  ['about', 'multiline', 'description', 'writeBack', 'About me', 'Über mich'],
  ['city', 'select', 'l', 'writeBack', 'City', 'Ort'],
  // Which the directory lets nobody write.
  ['room', 'text', 'roomNumber', 'writeBack', 'Room', 'Raum'],
].map(([key, type, attribute, edit, en, de]) => ({
  key,
  type,
  label: { en, de },
  source: { kind: 'directory', attribute, edit },
  ...(type === 'select' && { options: [{ value: 'Wiesbaden' }, { value: 'Zürich' }] }),
}));

/** A company at work: a real directory, the server over it, the sample intranet. */
export async function startWorkplace(moreFields: readonly object[] = []) {
  const company = await openLDAPCompany({
    databaseConf: ['access to attrs=roomNumber by * read'],
  });
  const api = await startAPI({
    companies: { hq: company },
    fields: [...workplaceFields, ...moreFields],
    environment: { OPENID_SECRET: 'fake-client-secret' },
  });
  const listener = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const server = serve({ fetch: api.app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(server));
  });
  const intranet = await startIntranet();
  const { port } = listener.address() as AddressInfo;
  return {
    company,
    api,
    server: `http://127.0.0.1:${port}`,
    /** By its other name, since Firefox tells hosts apart by name alone, and the server is no page of the intranet. */
    site: intranet.url.replace('127.0.0.1', 'localhost'),
    /** Somebody new. */
    hire: () =>
      company.add({
        cn: 'Jürgen Groß',
        displayName: 'Jürgen Groß',
        telephoneNumber: '+49 611 1234567',
        title: 'Clerk',
        roomNumber: '101',
        l: 'Wiesbaden',
      }),
    async stop(): Promise<void> {
      await intranet.stop();
      await new Promise((resolve) => listener.close(resolve));
      await api.stop();
      await company.stop();
    },
  };
}

export type Workplace = Awaited<ReturnType<typeof startWorkplace>>;
