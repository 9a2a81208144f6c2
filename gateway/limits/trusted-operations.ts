import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";

/** Formats: a list with ids (Apollo, Relay) or an object of id → text (GraphQL Code Generator). */
const manifest = z.union([
	z.object({ operations: z.array(z.object({ id: z.string(), body: z.string() })) }),
	z.record(z.string(), z.string()),
]);

export type Trusted = {
	/** The text of an operation, by its id in the manifest or the SHA-256 of its text. */
	textOf(id: string): string | undefined;
	/** True if an operation with this SHA-256 is trusted. */
	has(sha256: string): boolean;
};

/** Operations by id, such as those of the console. */
export type Operations = Readonly<Record<string, string>>;

/** Reads the manifest of trusted operations; `own` are trusted as well. Throws if the file is not a manifest. */
export function readTrusted(file: string | undefined, own: Operations = {}): Trusted {
	const texts = new Map<string, string>();
	const hashes = new Set<string>();
	const trust = (id: string, body: string) => {
		const hash = createHash("sha256").update(body).digest("hex");
		texts.set(id, body).set(hash, body);
		hashes.add(hash);
	};
	for (const [id, body] of Object.entries(own)) trust(id, body);
	if (file !== undefined) {
		let read: z.output<typeof manifest>;
		try {
			read = manifest.parse(JSON.parse(readFileSync(file, "utf8")));
		} catch (error) {
			throw new Error(
				`HUB_TRUSTED_OPERATIONS: ${file} is not a manifest of operations such as {"<id>": "query …"}: ${(error as Error).message}`,
			);
		}
		const operations = Array.isArray(read.operations)
			? read.operations
			: Object.entries(read).map(([id, body]) => ({ id, body: String(body) }));
		for (const { id, body } of operations) trust(id, body);
	}
	return { textOf: (id) => texts.get(id), has: (sha256) => hashes.has(sha256) };
}
