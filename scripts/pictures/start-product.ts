import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dnOf } from '#demo/company/people.ts';
import { password, peopleDN } from '#demo/company/suffix.ts';
import { startIntranet } from '#demo/intranet/start-intranet.ts';
import { startDirectory } from '#demo/run/start-directory.ts';
import { startServer } from '#demo/run/start-server.ts';
import { freePort } from '#test/directories/free-port.ts';
import { buildExtension } from '#test/e2e/build-extension.ts';

/** Not even the service account may write a job title: so that there is a refusal to be shown. */
const titlesAreFixed = `access to dn.subtree="${peopleDN}" attrs=title by users read by * none`;

const person = { username: 'lena', password };
/** Of the IT crew. */
const admin = { username: 'ida', password };

/** LDIF that gives Lena's attributes these values. */
function replacement(attributes: Readonly<Record<string, string>>): string {
  const changes = Object.entries(attributes).map(([name, value]) => `replace: ${name}\n${name}: ${value}\n-\n`);
  return `dn: ${dnOf(person.username)}\nchangetype: modify\n${changes.join('')}`;
}

/** Everything that the demo has, and a directory that refuses one field. */
export async function startProduct() {
  await using parts = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'nameplate-pictures-'));
  parts.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const directory = await startDirectory(await freePort(), join(folder, 'directory'), [titlesAreFixed]);
  parts.defer(() => directory.stop());
  const intranet = await startIntranet();
  parts.defer(() => intranet.stop());
  const place = { port: await freePort(), folder: join(folder, 'server'), directory, intranetURL: intranet.url };
  const server = await startServer(place, new AbortController().signal);
  parts.defer(() => server.stop());
  const extension = await buildExtension({
    browser: 'chrome',
    server: server.url,
    intranet: [`${intranet.url}/*`],
  });
  parts.defer(() => extension.remove());
  const started = parts.move();
  return {
    extension: extension.folder,
    intranetURL: intranet.url,
    person,
    admin,
    /** Another program writes a phone number. */
    changePhone: (number: string) => directory.ldapmodify(replacement({ telephoneNumber: number })),
    /** Lena's entry as it was at first. */
    reset: () =>
      directory.ldapmodify(
        replacement({ telephoneNumber: '+49 611 7654312', l: 'Wiesbaden', title: 'Product Designer' }),
      ),
    stop: () => started.disposeAsync(),
  };
}
export type Product = Awaited<ReturnType<typeof startProduct>>;
