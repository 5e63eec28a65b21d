/** What somebody typed as their name, taken apart. */
export interface LoginName {
  /** As it was typed. */
  readonly typed: string;
  /** Without a domain: `jane` of `CORP\jane` and of `jane@corp.example`. */
  readonly bare: string;
  readonly domain: string | undefined;
}

export function readLoginName(typed: string): LoginName {
  const [, netBIOS, account] = /^([^\\@]+)\\([^\\]+)$/su.exec(typed) ?? [];
  if (netBIOS !== undefined && account !== undefined) return { typed, bare: account.trim(), domain: netBIOS.trim() };
  const [, name, suffix] = /^([^@]+)@([^@\\]+)$/su.exec(typed) ?? [];
  if (name !== undefined && suffix !== undefined) return { typed, bare: name.trim(), domain: suffix.trim() };
  return { typed, bare: typed, domain: undefined };
}

/** By which attempts at a name are counted, before any directory says whose it is: spellings of one name are one (X4). */
export function countedName({ bare }: LoginName): string {
  return bare.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** Whether the name says that it belongs to a directory with these domains. */
export function isOfDomain({ domain }: LoginName, domains: readonly string[]): boolean {
  return domain !== undefined && domains.some((each) => each.toLowerCase() === domain.toLowerCase());
}
