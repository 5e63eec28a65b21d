import { createRandom, type Random } from '#demo/company/random.ts';
import type { Profile } from '#shared/contract/profile.ts';
import { steps } from './steps.ts';
import type { Employee, World } from './world.ts';

export type Field = 'title' | 'about';

/** An edit that somebody made, and what they were told became of it; nothing where the server died over it. */
export interface MadeEdit {
  readonly field: Field;
  readonly value: string;
  told: string | undefined;
  isWithdrawn: boolean;
}

/** What happened, as whoever stood outside knows it. */
export interface Story {
  readonly seed: number;
  readonly employee: Employee;
  readonly edits: readonly MadeEdit[];
  /** Values that another program wrote. */
  readonly foreign: readonly { readonly field: Field; readonly value: string }[];
  /** slapd may have lost the last lines of its log. */
  readonly wasDirectoryKilled: boolean;
}

export const attributes: Readonly<Record<Field, string>> = { title: 'title', about: 'description' };

/** One random course of events that this seed tells: edits, other programs, and everything that can break. */
export async function play(world: World, seed: number): Promise<Story> {
  const random = createRandom(seed);
  const employee = await world.hire({ title: `first ${seed}`, description: `first ${seed}` });
  const edits: MadeEdit[] = [];
  const foreign: { field: Field; value: string }[] = [];
  let wasDirectoryKilled = false;
  let seen: Profile | undefined = (await world.profile(employee))?.body;

  async function look(): Promise<void> {
    seen = (await world.profile(employee))?.body ?? seen;
  }

  async function edit(fields: readonly Field[]): Promise<void> {
    const made = fields.map((field): MadeEdit => {
      return {
        field,
        value: `edit ${seed}-${edits.length}-${field}-${random.between(0, 1e6)}`,
        told: undefined,
        isWithdrawn: false,
      };
    });
    edits.push(...made);
    const changes = Object.fromEntries(
      made.map(({ field, value }) => [field, { from: shownIn(seen, field), to: value }]),
    );
    const saved = await world.save(employee, changes, { revision: seen?.revision });
    for (const each of made) {
      each.told = saved && (saved.status === 200 ? saved.body.outcomes[each.field]?.status : `status ${saved.status}`);
    }
  }

  async function withdraw(): Promise<void> {
    const [waiting] = await world.waiting(employee);
    if (!waiting) return;
    const answer = await world.withdraw(employee, waiting.id);
    if (answer?.status !== 204) return;
    const from = edits.findIndex(({ value }) => value === waiting.value);
    for (const each of edits.slice(from))
      if (each.field === waiting.field && each.told === 'pending') each.isWithdrawn = true;
  }

  const { company, proxy } = world;
  const field = () => random.pick<Field>(['title', 'about']);
  const events: readonly (readonly [weight: number, happen: () => Promise<void> | void])[] = [
    [6, () => edit([field()])],
    [2, () => edit(['title', 'about'])],
    [2, async () => void (await Promise.all([edit(['title']), edit(['title'])]))],
    [6, look],
    [2, withdraw],
    [
      2,
      async () => {
        const change = { field: field(), value: `foreign ${seed}-${foreign.length}` };
        foreign.push(change);
        company.slapd.resume();
        await company.replace(employee.username, attributes[change.field], [change.value]);
      },
    ],
    [1, () => proxy.be('refusing')],
    [1, () => proxy.be('silent')],
    [3, () => proxy.be('open')],
    [1, () => proxy.delay(random.pick([0, 5, 50, 600]))],
    [1, () => proxy.breakBeforeAnswer(random.between(1, 3))],
    [1, () => proxy.breakBeforeRequest(random.between(1, 3))],
    [1, () => proxy.breakWithinAnswer(random.pick([1, 7, 40, Number.POSITIVE_INFINITY]))],
    [1, () => company.slapd.pause()],
    [2, () => company.slapd.resume()],
    [
      1,
      async () => {
        wasDirectoryKilled = true;
        await company.slapd.kill();
        await company.slapd.restart();
      },
    ],
    [1, () => world.server().kill()],
    [2, () => world.server().dieAt(random.pick(steps))],
    [3, async () => void (await world.server().deliver())],
    [2, () => world.server().forgetTroubles()],
  ];
  const length = random.between(4, 12);
  for (let event = 0; event < length; event++) {
    await pickByWeight(random, events)();
    if (world.server().isDead()) await world.revive();
  }
  await world.heal();
  return { seed, employee, edits, foreign, wasDirectoryKilled };
}

/** What the person has before their eyes: what waits, or else what is there. */
function shownIn(profile: Profile | undefined, key: Field): unknown {
  const field = profile?.fields.find((each) => each.key === key);
  return field?.pending ?? field?.value ?? null;
}

function pickByWeight<Each>(random: Random, choices: readonly (readonly [weight: number, choice: Each])[]): Each {
  let rest = random.between(
    0,
    choices.reduce((sum, [weight]) => sum + weight, 0),
  );
  for (const [weight, choice] of choices) {
    if (rest < weight) return choice;
    rest -= weight;
  }
  throw new RangeError('There is nothing to pick from');
}
