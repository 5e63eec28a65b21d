import { endpoints } from '#shared/contract/endpoints.ts';
import type { Profiles } from '../profiles/profiles.ts';
import type { OwnPasswordOf } from './own-password.ts';
import type { Serve } from './serve.ts';

export function serveProfiles(serve: Serve, profiles: Profiles, ownOf: OwnPasswordOf): void {
  serve(endpoints.getOwnProfile, ({ actor, query, language }) =>
    profiles.show(actor, actor.personId, language, query.refresh === '1'),
  );
  serve(endpoints.patchOwnProfile, ({ actor, body: { password, ...changes }, language, client }) =>
    profiles.save(actor, actor.personId, changes, language, ownOf(password, client)),
  );
  serve(endpoints.getProfile, ({ actor, params, query, language }) =>
    profiles.show(actor, params.id, language, query.refresh === '1'),
  );
  serve(endpoints.getPicture, ({ actor, params }) => profiles.picture(actor, params.id, params.sha256));
  serve(endpoints.patchProfile, ({ actor, params, body: { password, ...changes }, language, client }) =>
    profiles.save(actor, params.id, changes, language, ownOf(password, client)),
  );
}
