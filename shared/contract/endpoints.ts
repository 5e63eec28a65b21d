import type { Endpoint } from './endpoint.ts';
import { aboutEndpoints } from './endpoints/about.ts';
import { adminConfigurationEndpoints } from './endpoints/admin-configuration.ts';
import { adminDiagnosisEndpoints } from './endpoints/admin-diagnosis.ts';
import { historyEndpoints } from './endpoints/history.ts';
import { outboxEndpoints } from './endpoints/outbox.ts';
import { peopleEndpoints } from './endpoints/people.ts';
import { pictureEndpoints } from './endpoints/pictures.ts';
import { profileEndpoints } from './endpoints/profile.ts';
import { proposalEndpoints } from './endpoints/proposals.ts';
import { sessionEndpoints } from './endpoints/session.ts';
import { syncEndpoints } from './endpoints/sync.ts';

/** Every HTTP call that there is. */
export const endpoints = {
  ...aboutEndpoints,
  ...sessionEndpoints,
  ...profileEndpoints,
  ...adminConfigurationEndpoints,
  ...adminDiagnosisEndpoints,
  ...peopleEndpoints,
  ...pictureEndpoints,
  ...syncEndpoints,
  ...outboxEndpoints,
  ...historyEndpoints,
  ...proposalEndpoints,
} as const satisfies Record<string, Endpoint>;
