import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** SHA-256 of the seed files in a folder and of the program that loads them. */
export function seedsDigest(dir: string, build: string): string {
	const hash = createHash("sha256").update(build);
	for (const name of readdirSync(dir).sort()) {
		const bytes = readFileSync(join(dir, name));
		hash.update(`\0${name}\0${bytes.length}\0`).update(bytes);
	}
	return hash.digest("hex");
}
