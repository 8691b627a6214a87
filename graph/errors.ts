/** An error with a code that programs can act on. */
export class WiregraphError extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "WiregraphError";
    this.code = code;
  }
}
