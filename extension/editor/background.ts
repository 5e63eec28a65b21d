import type { FoundPeople } from '#shared/contract/people.ts';
import type { Saved } from '#shared/contract/profile.ts';
import type { LoadedProfile, PictureRequest, Result, SaveRequest, Status } from '../messages.ts';
import type { Edits } from './edits.ts';

/** All that the editor asks of the rest of the extension. */
export interface Background {
  /** False where the frame was not opened by the launcher. */
  claimFrame(): Promise<boolean>;
  getStatus(): Promise<Status>;
  loadProfile(): Promise<LoadedProfile>;
  saveProfile(request: SaveRequest): Promise<Result<Saved>>;
  /** As an address that an `<img>` shows. */
  loadPicture(request: PictureRequest): Promise<Result<string>>;
  findPeople(words: string): Promise<Result<FoundPeople>>;
  readonly edits: Edits;
  /** Whether the page has left this frame as it was put there. */
  isInSight(): Promise<boolean>;
  openSignIn(): Promise<void>;
  /** Takes the frame away, or closes the window. */
  close(): Promise<void>;
  /**
   * Calls the listener when the person wants to leave, by Escape or the backdrop outside the frame, or for something
   * else, which is gone on with in the place of `close`; returns how to stop that.
   */
  onLeave(listener: (goOn?: () => void) => void): () => void;
  /** Calls the listener when somebody signed in or out, or chose another language; returns how to stop that. */
  onStatus(listener: (status: Status) => void): () => void;
}
