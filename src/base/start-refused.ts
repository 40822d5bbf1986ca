/**
 * Starting makes no sense as things are. The message is for the person at the terminal: what was found, what
 * was expected, what to do; launchers print it without a stack. It never holds a secret.
 */
export class StartRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartRefused';
  }
}
