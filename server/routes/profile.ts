import { endpoints } from '#shared/contract/endpoints.ts';
import type { Profiles } from '../profiles/profiles.ts';
import type { Serve } from './serve.ts';

export function serveProfiles(serve: Serve, profiles: Profiles): void {
  serve(endpoints.getOwnProfile, ({ actor, query, language }) =>
    profiles.show(actor, actor.personId, language, query.refresh === '1'),
  );
  serve(endpoints.patchOwnProfile, ({ actor, body, language }) => profiles.save(actor, actor.personId, body, language));
  serve(endpoints.getProfile, ({ actor, params, query, language }) =>
    profiles.show(actor, params.id, language, query.refresh === '1'),
  );
  serve(endpoints.getPicture, ({ actor, params }) => profiles.picture(actor, params.id, params.sha256));
  serve(endpoints.patchProfile, ({ actor, params, body, language }) => profiles.save(actor, params.id, body, language));
}
