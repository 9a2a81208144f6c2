/** How a command of `partner` ends: 0 done, 1 refused by the hub, 2 used wrongly, 3 the hub is not reachable. */
export const EXIT = { refused: 1, wrongUse: 2, unreachable: 3 } as const;

/** An error whose message is for whoever typed the command, with the code that the process ends with. */
export class CommandFailure extends Error {
	constructor(
		message: string,
		readonly exitCode: number,
	) {
		super(message);
	}
}

export const wrongUse = (message: string) => new CommandFailure(message, EXIT.wrongUse);
