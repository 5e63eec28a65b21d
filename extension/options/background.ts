import type { Language } from '#shared/fields/field-kind.ts';
import type { AdminAnswer, AdminEndpoint, AdminParts } from '../admin-calls.ts';
import type { PictureRequest, Result, Status } from '../messages.ts';

/** All that the options page asks of the rest of the extension. */
export interface Background {
  getStatus(): Promise<Status>;
  /** Calls the listener with every new status; returns how to stop that. */
  onStatus(listener: (status: Status) => void): () => void;
  /** Calls an endpoint of the server, by its name in the contract's table, as whoever is signed in. */
  call<Name extends AdminEndpoint>(name: Name, parts: AdminParts<Name>): Promise<Result<AdminAnswer<Name>>>;
  /** A picture of somebody's profile, or of its history, as an address that an `<img>` shows. */
  loadPicture(request: PictureRequest): Promise<Result<string>>;
  /** Opens the window in which one signs in, and chooses the server where none is known. */
  openSignIn(): Promise<void>;
  signOut(): Promise<Status>;
  setLanguage(language: Language): Promise<Status>;
}
