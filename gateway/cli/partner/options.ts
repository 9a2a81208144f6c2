import { type Command, InvalidArgumentError } from "commander";

const HUB = "http://127.0.0.1:4000";

/** The reason of a change when `--reason` is omitted. */
export const REASON = "requested on the command line";

export function number(text: string): number {
	const read = Number(text);
	if (!Number.isSafeInteger(read) || read < 0)
		throw new InvalidArgumentError("expected a whole number.");
	return read;
}

export const collected = (text: string, all: string[] = []) => [...all, text];
export const listed = (text: string) => text.split(",").map((part) => part.trim());

/** Adds the options of a command that a partner runs with its key, or the hub's staff with a token. */
export function asPartner(command: Command, named = false): Command {
	if (named) command.requiredOption("--partner <id>", "the partner");
	else command.option("--partner <id>", "the partner");
	return command
		.option("--key <file>", "its private key, as created by keygen")
		.option("--token <token>", "a HUB_ADMIN's access token, instead of the key");
}

/** Adds a command that sends requests to a running hub. */
export function described(parent: Command, name: string, description: string): Command {
	return parent
		.command(name)
		.description(description)
		.option("--hub <url>", "the running hub", HUB)
		.option("--json", "print JSON");
}
