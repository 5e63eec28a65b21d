import { Problem } from '../problem.ts';
import type { Connection } from './connection.ts';
import { controlTypes } from './controls.ts';
import type { Writer } from './gateway.ts';
import { isPassword } from './password.ts';
import { findById, type Session } from './people.ts';

export interface WriterDeps {
  /** A connection on which nobody is bound. */
  open(): Promise<Connection>;
  /** Why the directory denied a bind with this password; undefined where it is theirs. */
  denied(connection: Connection, dn: string, password: string): Promise<boolean>;
}

/**
 * Work in a session that writes as somebody else (W9). A bind of theirs has a connection of its own, which ends with
 * the work: whoever is disabled afterwards could go on writing on it (LDAP.md 2.4).
 */
export async function asWriter<Result>(
  session: Session,
  { entryId, own }: Writer,
  { open, denied }: WriterDeps,
  work: (writing: Session) => Promise<Result>,
): Promise<Result> {
  const { facts } = session;
  const dn = (await findById(session, entryId, []))?.entry.dn;
  if (dn === undefined) throw noAccount(facts.name);
  if (!own) {
    if (facts.supportedControls.has(controlTypes.proxiedAuthorization)) return work({ ...session, writesAs: dn });
    throw new Problem(
      'internal',
      `The directory "${facts.name}" does not offer proxied authorization (RFC 4370). Choose another way to write for it.`,
      { rule: 'noProxiedAuthorization' },
    );
  }
  if (!isPassword(own.password)) throw wrongPassword();
  const connection = await open();
  try {
    await own.permit();
    if (await denied(connection, dn, own.password)) throw wrongPassword();
    await own.accepted();
    return await work({ connection, facts });
  } finally {
    connection.close();
  }
}

function wrongPassword(): Problem {
  return new Problem('invalid', 'The password is not right, or the directory does not let you sign in.', {
    field: 'password',
    rule: 'wrongPassword',
  });
}

function noAccount(directory: string): Problem {
  const sentence = `The directory "${directory}" has no entry for you, so it cannot be written as you.`;
  return new Problem('forbidden', sentence, { rule: 'noOwnEntry' });
}
