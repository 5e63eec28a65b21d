import { endpoints } from '#shared/contract/endpoints.ts';
import { type AdminConfiguration, showDirectory, showSignIn } from '../configuration/admin-configuration.ts';
import { type Editor, faultOf, type Revised } from '../configuration/edit-configuration.ts';
import { configurationDocument } from '../configuration/export-configuration.ts';
import type { OpenSession } from '../identity/sessions.ts';
import type { Serve } from './serve.ts';

interface EditCall {
  readonly session: OpenSession;
  readonly expectedRevision: number | undefined;
}

/** What admins set up. */
export function serveAdminConfiguration(serve: Serve, admin: AdminConfiguration): void {
  serve(endpoints.getDirectories, async () => directories(await admin.load()));
  serve(endpoints.addDirectory, async (call) => lastDirectory(await admin.addDirectory(editorOf(call), call.body)));
  serve(endpoints.putDirectory, async (call) =>
    directory(call.params.key, await admin.putDirectory(editorOf(call), call.params.key, call.body)),
  );
  serve(endpoints.removeDirectory, async (call) => {
    const { revision } = await admin.removeDirectory(editorOf(call), call.params.key);
    return { answer: undefined, revision };
  });
  serve(endpoints.getDirectoryImpact, ({ params }) => admin.directoryImpact(params.key));
  serve(endpoints.putDirectoryOrder, async (call) =>
    directories(await admin.orderDirectories(editorOf(call), call.body.keys)),
  );
  serve(endpoints.getFields, async () => fields(await admin.load()));
  serve(endpoints.putFields, async (call) => {
    const { warnings, ...edited } = await admin.putFields(editorOf(call), call.body);
    const { answer, revision } = fields(edited);
    return { answer: { ...answer, warnings: warnings.map(faultOf) }, revision };
  });
  serve(endpoints.getFieldImpact, ({ params }) => admin.fieldImpact(params.key));
  serve(endpoints.getSettings, async () => settings(await admin.load()));
  serve(endpoints.putSettings, async (call) => settings(await admin.putSettings(editorOf(call), call.body)));
  serve(endpoints.getRoles, async () => roles(await admin.load()));
  serve(endpoints.putRoles, async (call) => roles(await admin.putRoles(editorOf(call), call.body)));
  serve(endpoints.getSignIn, async () => signIn(await admin.load()));
  serve(endpoints.putSignIn, async (call) => signIn(await admin.putSignIn(editorOf(call), call.body)));
  serve(endpoints.exportConfiguration, async () => exported(await admin.load()));
  serve(endpoints.importConfiguration, async (call) =>
    exported(await admin.importConfiguration(editorOf(call), call.body)),
  );
}

function editorOf({ session, expectedRevision }: EditCall): Editor {
  return { by: session.user.username, role: session.user.role, expectedRevision };
}

const directories = ({ configuration, revision }: Revised) => ({
  answer: { directories: configuration.directories.map(showDirectory) },
  revision,
});
const lastDirectory = ({ configuration, revision }: Revised) => ({
  answer: showDirectory(configuration.directories.at(-1) as never),
  revision,
});
const directory = (key: string, { configuration, revision }: Revised) => ({
  answer: showDirectory(configuration.directories.find((each) => each.key === key) as never),
  revision,
});
const fields = ({ configuration, revision }: Revised) => ({ answer: { fields: configuration.fields }, revision });
const settings = ({ configuration, revision }: Revised) => ({ answer: configuration.settings, revision });
const roles = ({ configuration, revision }: Revised) => ({ answer: configuration.roles, revision });
const signIn = ({ configuration, revision }: Revised) => ({ answer: showSignIn(configuration.signIn), revision });
const exported = ({ configuration, revision }: Revised) => ({ answer: configurationDocument(configuration), revision });
