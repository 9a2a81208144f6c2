/** Exit codes of a command: 0 success, 1 rejected by the hub, 2 wrong usage, 3 hub not reachable. */
export const EXIT = { refused: 1, wrongUse: 2, unreachable: 3 } as const;

/** An error whose message is for the user of the command, with the exit code of the process. */
export class CommandFailure extends Error {
	constructor(
		message: string,
		readonly exitCode: number,
	) {
		super(message);
	}
}

export const wrongUse = (message: string) => new CommandFailure(message, EXIT.wrongUse);
