import { readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { createLocalJWKSet } from "jose";
import type { Log } from "../../shared/log.ts";
import type { Keys } from "./verified-tokens.ts";

/** How often the file is looked at, at most; a token waits for no more than that one look. */
const LOOK_MS = 1000;

/** Reads a JSON Web Key Set. Throws an Error that names HUB_JWKS_FILE and the file. */
export function readKeyFile(file: string): Keys {
	try {
		const read = JSON.parse(readFileSync(file, "utf8"));
		const keys = createLocalJWKSet(read);
		if (read.keys.length === 0) throw new Error('it has no key in "keys"');
		return keys;
	} catch (error) {
		throw new Error(
			`HUB_JWKS_FILE: ${file} cannot be used: ${(error as Error).message}; expected a JSON Web Key Set, {"keys": [...]}`,
		);
	}
}

/** What changes when a file is written or another takes its place, also behind a symbolic link. */
async function stateOf(file: string): Promise<string> {
	const { ino, size, mtimeMs, ctimeMs } = await stat(file);
	return [ino, size, mtimeMs, ctimeMs].join(" ");
}

/**
 * The issuer's keys in a file, read again when it changes. A file that cannot be used at the start is an error; one that
 * becomes so later is logged, and the keys that were read last stay.
 */
export function keysInFile(file: string, log?: Log): Keys {
	let keys = readKeyFile(file);
	let state: string | undefined;
	let lookedAt = Number.NEGATIVE_INFINITY;
	let looking: Promise<void> | undefined;

	async function look(): Promise<void> {
		// Before it is read: what is written meanwhile is another state, and is read at the next look.
		const found = await stateOf(file).catch((error: NodeJS.ErrnoException) => String(error.code));
		if (found === state) return;
		const isFirst = state === undefined;
		state = found;
		try {
			keys = readKeyFile(file);
			if (!isFirst) log?.info({ file }, "the issuer's keys were read again");
		} catch (error) {
			log?.error({ err: error, file }, "the issuer's keys could not be read again; the last stay");
		}
	}

	return async (header, token) => {
		if (performance.now() - lookedAt > LOOK_MS) {
			lookedAt = performance.now();
			looking = look();
		}
		await looking;
		return keys(header, token);
	};
}
