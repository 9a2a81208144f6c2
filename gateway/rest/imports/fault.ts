/** Why an import ended before the end of its file; the message says what to do. */
export class ImportFault extends Error {
	readonly status: 400 | 408 | 413 | 415;
	constructor(message: string, status: 400 | 408 | 413 | 415 = 400) {
		super(message);
		this.status = status;
	}
}
