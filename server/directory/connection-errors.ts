/** What ended a connection, or kept it from coming to be. */
export type ConnectionFault = 'unreachable' | 'startTLS' | 'clearText' | 'tls' | 'timeout' | 'closed' | 'protocol';

/** The connection is gone, and with it every answer that was still to come: what was sent may or may not have been done. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
  readonly fault: ConnectionFault;

  constructor(fault: ConnectionFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}

/** The directory answered, and the answer is no: a result code of RFC 4511 appendix A, by its number. */
export class ResultError extends Error {
  override readonly name = 'ResultError';
  readonly code: number;
  /** The directory's own words; they may name attributes, so they are for the log and for admins. */
  readonly diagnostic: string;

  constructor(code: number, diagnostic: string) {
    super(`The directory answered with result code ${code}`);
    this.code = code;
    this.diagnostic = diagnostic;
  }
}
