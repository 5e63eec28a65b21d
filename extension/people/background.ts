import type { FoundPeople } from '#shared/contract/people.ts';
import type { Saved } from '#shared/contract/profile.ts';
import type { Decided, OpenProposals } from '#shared/contract/proposals.ts';
import type { Edits } from '../editor/edits.ts';
import type {
  DecisionRequest,
  LoadedProfile,
  PictureRequest,
  Result,
  SaveRequest,
  SearchRequest,
  Status,
  UndoRequest,
} from '../messages.ts';

/** All that the page asks of the rest of the extension. */
export interface Background {
  getStatus(): Promise<Status>;
  /** Calls the listener when somebody signed in or out, or chose another language; returns how to stop that. */
  onStatus(listener: (status: Status) => void): () => void;
  searchPeople(request: SearchRequest): Promise<Result<FoundPeople>>;
  /** As the directory has it at this moment. */
  loadPerson(personId: string): Promise<LoadedProfile>;
  savePerson(request: SaveRequest): Promise<Result<Saved>>;
  loadPicture(request: PictureRequest): Promise<Result<string>>;
  readonly edits: Omit<Edits, 'undo'>;
  undoChange(request: UndoRequest): Promise<Result<Saved>>;
  getProposals(): Promise<Result<OpenProposals>>;
  decideProposal(request: DecisionRequest): Promise<Result<Decided>>;
  countToDecide(): Promise<number>;
  openSignIn(): Promise<void>;
}
