import type { DirectoryGateway, Entry } from '../directory/gateway.ts';
import type { Sample } from './unfit.ts';

/** Somebody who stands for all people of a directory; undefined where there is nobody. */
export async function sampleOf(gateway: DirectoryGateway): Promise<Sample | undefined> {
  const entry = await gateway.findAny(['objectClass']);
  return entry && asSample(entry);
}

/** An entry that was read with its object classes. */
export function asSample({ dn, attributes }: Entry): Sample {
  return { dn, objectClasses: (attributes.objectClass ?? []).map(String) };
}
