import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import type { ConfigurationCheckDeps } from '#server/configuration/check-configuration.ts';
import { readConfigurationFile } from '#server/configuration/read-configuration-file.ts';
import { isDN } from '#server/directory/dn.ts';
import { isFilter } from '#server/directory/filter.ts';

const noDeps: ConfigurationCheckDeps = {
  isDN,
  isFilter,
  environment: { SET: 'x', EMPTY: '' },
  cipher: undefined,
  folder: '/nowhere',
};

export function readText(text: string, deps: Partial<ConfigurationCheckDeps> = {}) {
  return readConfigurationFile(new TextEncoder().encode(text), { ...noDeps, ...deps });
}

/** The faults in a text, as `line:column path: message`. */
export async function faultsIn(text: string, deps?: Partial<ConfigurationCheckDeps>): Promise<string[]> {
  const outcome = await readText(text, deps);
  if (!('faults' in outcome)) return [];
  return outcome.faults.map(({ line, column, path, message }) => `${line}:${column} ${path}: ${message}`);
}

/** The same for a document that is written on one line. */
export async function faultsOf(document: unknown, deps?: Partial<ConfigurationCheckDeps>): Promise<string[]> {
  const faults = await faultsIn(JSON.stringify(document), deps);
  return faults.map((fault) => fault.replace(/^\S+ /, ''));
}

export function aDirectory(members: object = {}): object {
  return { key: 'hq', url: 'ldap://127.0.0.1:3890', baseDN: 'dc=example,dc=org', ...members };
}

export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nameplate-configuration-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** Writes a certificate in PEM form. */
export async function writeCertificate(file: string): Promise<void> {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', `${file}.key`];
  await promisify(execFile)('openssl', ['req', '-x509', ...key, '-subj', '/CN=test', '-days', '1', '-out', file]);
}
