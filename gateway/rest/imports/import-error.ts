/** Stops an import. The message tells the caller what to do; `status` is the HTTP status. */
export class ImportError extends Error {
	readonly status: 400 | 408 | 413 | 415;
	constructor(message: string, status: 400 | 408 | 413 | 415 = 400) {
		super(message);
		this.status = status;
	}
}
