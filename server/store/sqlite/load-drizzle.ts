import { registerHooks } from 'node:module';

/**
 * Loads modules that import drizzle-orm. Its package.json has 180 KB, which Node reads anew for each of its 400 files to learn
 * that they are modules: 150 MiB of garbage in every thread, and most of the time that loading takes (S10). Files that
 * import each other within the package are modules all, so here they are told to be.
 */
export async function loadDrizzle<Module>(load: () => Promise<Module>): Promise<Module> {
  const hooks = registerHooks({
    resolve(specifier, context, nextResolve) {
      const { parentURL } = context;
      const isWithin = /^\.{1,2}\/.*\.js$/u.test(specifier) && parentURL?.includes('/node_modules/drizzle-orm/');
      if (!isWithin) return nextResolve(specifier, context);
      return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true };
    },
  });
  try {
    return await load();
  } finally {
    hooks.deregister();
  }
}
