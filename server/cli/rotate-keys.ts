import type { Config } from '../config.ts';
import { changedPlaces } from '../configuration/changed-places.ts';
import { rotateSecrets } from '../configuration/rotate-secrets.ts';
import { Problem } from '../problem.ts';
import { cipherOf } from '../secrets/cipher-of.ts';
import type { Store } from '../store/store.ts';

/** Encrypts by `NAMEPLATE_SECRET` what the one before had encrypted; how many secrets that were. */
export async function rotateKeys({ configuration }: Store, config: Config): Promise<number> {
  const cipher = cipherOf(config);
  if (!cipher) {
    throw new Problem('invalid', 'NAMEPLATE_SECRET is not set: there is no key to encrypt with.', {
      faults: [{ field: 'NAMEPLATE_SECRET', detail: 'is not set' }],
    });
  }
  const kept = await configuration.load();
  if (!kept) return 0;
  const { configuration: changed, rotated } = rotateSecrets(kept.configuration, cipher);
  if (rotated === 0) return 0;
  const places = changedPlaces(kept.configuration, changed);
  const change = { by: 'nameplate keys rotate', at: new Date(), places };
  if (await configuration.save(changed, kept.revision, change)) return rotated;
  throw new Problem('conflict', 'Somebody else changed the configuration at the same moment. Try again.');
}
