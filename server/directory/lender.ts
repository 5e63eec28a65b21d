import type { Connection } from './connection.ts';
import { ConnectionError } from './connection-errors.ts';

const idleSeconds = 30;
const oldestSeconds = 300;
const mostIdle = 4;

export interface Lender {
  /** Runs a unit of work on a connection of the service account, which may have served before. */
  lend<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** Runs it on a connection that has served nothing else, and never will. */
  fresh<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  /** Closes what is idle; what is in use is closed when it comes back. */
  close(): void;
}

interface Kept {
  readonly connection: Connection;
  readonly openedAt: number;
}

/**
 * Keeps a few bound connections for half a minute, for a bind costs more than a read. Each is dropped on any doubt:
 * after every error, and when it gets old.
 */
export function createLender(open: () => Promise<Connection>): Lender {
  const idle = new Map<Kept, NodeJS.Timeout>();
  let isClosed = false;

  async function use<T>(kept: Kept, work: (connection: Connection) => Promise<T>): Promise<T> {
    try {
      const result = await work(kept.connection);
      keep(kept);
      return result;
    } catch (error) {
      kept.connection.close();
      throw error;
    }
  }

  function keep(kept: Kept): void {
    const isOld = performance.now() - kept.openedAt > oldestSeconds * 1000;
    if (isClosed || isOld || idle.size >= mostIdle || !kept.connection.isUsable) {
      kept.connection.close();
      return;
    }
    const drop = () => {
      idle.delete(kept);
      kept.connection.close();
    };
    idle.set(kept, setTimeout(drop, idleSeconds * 1000).unref());
  }

  function take(): Kept | undefined {
    for (const [kept, timer] of idle) {
      clearTimeout(timer);
      idle.delete(kept);
      if (kept.connection.isUsable) return kept;
    }
    return undefined;
  }

  return {
    async lend(work) {
      const kept = take();
      if (!kept) return use({ connection: await open(), openedAt: performance.now() }, work);
      const { modifiesSent } = kept.connection;
      try {
        return await use(kept, work);
      } catch (error) {
        // The directory had closed it while it was idle, so nothing came of the work; a write is never repeated.
        const isStale = error instanceof ConnectionError && error.fault === 'closed';
        if (!isStale || kept.connection.modifiesSent > modifiesSent) throw error;
      }
      return use({ connection: await open(), openedAt: performance.now() }, work);
    },

    async fresh(work) {
      const connection = await open();
      try {
        return await work(connection);
      } finally {
        connection.close();
      }
    },

    close() {
      isClosed = true;
      for (const [{ connection }, timer] of idle) {
        clearTimeout(timer);
        connection.close();
      }
      idle.clear();
    },
  };
}
