import type { Configuration } from '#shared/contract/configuration.ts';
import type { DirectoryGateway } from '../directory/gateway.ts';
import { Problem } from '../problem.ts';
import { type AttributesQuery, listAttributes } from './list-attributes.ts';
import { sampleOf } from './sample.ts';

export interface DoctorDeps {
  configuration(): Promise<Configuration>;
  /** The gateway of a directory that is set up and enabled; undefined for any other key. */
  gateway(key: string): Promise<DirectoryGateway | undefined>;
}

/** What an admin asks about the directories themselves. */
export function createDoctor({ configuration, gateway }: DoctorDeps) {
  async function gatewayOf(key: string): Promise<DirectoryGateway> {
    const { directories } = await configuration();
    const definition = directories.find((directory) => directory.key === key);
    if (!definition) throw new Problem('notFound', `There is no directory ${key}.`);
    const found = await gateway(key);
    if (found) return found;
    throw new Problem('unavailable', `The directory "${definition.name ?? key}" is switched off.`, {
      rule: 'disabled',
    });
  }

  return {
    async attributes(key: string, query: AttributesQuery) {
      const asked = await gatewayOf(key);
      const [schema, sample] = await Promise.all([asked.schema(), sampleOf(asked)]);
      return listAttributes(schema, sample?.objectClasses ?? [], query);
    },
  };
}
export type Doctor = ReturnType<typeof createDoctor>;
