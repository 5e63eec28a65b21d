import type { Profile } from '#shared/contract/profile.ts';
import type { FieldServices, LoadedPicture } from '#shared/fields/services.ts';
import { answerOf } from './answer-of.ts';
import type { Background } from './background.ts';

/** What widgets get from the background, for the profile that is open. */
export function createFieldServices(
  background: Pick<Background, 'loadPicture' | 'findPeople'>,
  openProfile: () => Pick<Profile['person'], 'id' | 'directory'> | undefined,
): FieldServices {
  const pictures = new Map<string, Promise<LoadedPicture>>();

  async function load(sha256: string): Promise<LoadedPicture> {
    const personId = openProfile()?.id ?? '';
    const result = await answerOf(background.loadPicture({ personId, sha256 }));
    if (result.ok) return { status: 'shown', url: result.value };
    if (result.problem.rule === 'notJPEG') return { status: 'broken' };
    pictures.delete(sha256);
    return { status: 'unavailable' };
  }

  return {
    loadPicture(sha256) {
      const loading = pictures.get(sha256) ?? load(sha256);
      pictures.set(sha256, loading);
      return loading;
    },

    async findPeople(words) {
      const result = await answerOf(background.findPeople(words));
      if (!result.ok) return undefined;
      const home = openProfile()?.directory;
      // An entry names others of its own directory alone.
      return home ? result.value.people.filter(({ directory }) => directory === home) : result.value.people;
    },
  };
}
