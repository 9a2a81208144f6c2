import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from "node:fs";
import { join } from "node:path";

const OF_OTHERS = 0o077;
/** The files that SQLite makes have the rights of the first. */
const SUFFIXES = ["", "-wal", "-shm"];

/** Makes a folder, unless it is there, that only its owner may enter. */
function privateFolder(dir: string): void {
	mkdirSync(dir, { recursive: true, mode: 0o700 });
}

/**
 * Makes the folder and the file of an SQLite database for their owner only, and takes from others the rights that an
 * earlier version gave them to the file. Throws an Error that names HUB_DATA_DIR where it cannot be written.
 */
export function keepPrivate(dataDir: string, name: string): void {
	const file = join(dataDir, `${name}.sqlite`);
	try {
		privateFolder(dataDir);
		closeSync(openSync(file, "a", 0o600));
		for (const one of SUFFIXES.map((suffix) => file + suffix))
			if (existsSync(one) && statSync(one).mode & OF_OTHERS) chmodSync(one, 0o600);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		throw new Error(
			`HUB_DATA_DIR: ${file} cannot be written (${code}); expected a folder that the user who runs the hub may write`,
		);
	}
}
