import { randomBytes } from "node:crypto";
import { linkSync, rmSync, writeFileSync } from "node:fs";

/** Writes a file that nobody else may read, unless another process has just done so. */
export function writeOnce(file: string, text: string): void {
	const draft = `${file}.${randomBytes(6).toString("hex")}`;
	writeFileSync(draft, text, { mode: 0o600 });
	try {
		linkSync(draft, file);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
	} finally {
		rmSync(draft);
	}
}
