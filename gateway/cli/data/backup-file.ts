import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, readFileSync, statSync } from "node:fs";
import { open, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { create, extract } from "tar";
import { z } from "zod";

/** The format of backups that this version makes and reads. */
const FORMAT = 1;
const MANIFEST = "manifest.json";

const manifestSchema = z.object({
	format: z.number().int(),
	/** Version of the hub that made it. */
	hub: z.string(),
	engine: z.enum(["sqlite", "postgres"]),
	/** ISO 8601, UTC. */
	madeAt: z.string(),
	/** Database → its migrations. */
	databases: z.record(z.string(), z.array(z.string())),
	files: z.array(
		z.object({
			name: z.string().regex(/^[\w-]+(\.[\w-]+)?\.(sqlite|csv|json)$/),
			bytes: z.number().int(),
			sha256: z.string(),
		}),
	),
});

export type Manifest = z.output<typeof manifestSchema>;

async function sha256Of(file: string): Promise<string> {
	const hash = createHash("sha256");
	await pipeline(createReadStream(file), hash);
	return hash.digest("hex");
}

/** Writes what is in `folder` and a manifest of it as one file, for its owner only. It is there whole or not at all. */
export async function packBackup(
	folder: string,
	names: readonly string[],
	about: Omit<Manifest, "format" | "files">,
	file: string,
): Promise<Manifest> {
	const files = [];
	for (const name of names) {
		const path = join(folder, name);
		files.push({ name, bytes: statSync(path).size, sha256: await sha256Of(path) });
	}
	const manifest: Manifest = { format: FORMAT, ...about, files };
	await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
	const draft = `${file}.part`;
	try {
		await pipeline(
			create({ cwd: folder, gzip: { level: 1 }, portable: true }, [MANIFEST, ...names]),
			createWriteStream(draft, { flags: "wx", mode: 0o600 }),
		);
		const written = await open(draft, "r");
		await written.sync();
		await written.close();
		await rename(draft, file);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EEXIST") await rm(draft, { force: true });
		throw error;
	}
	return manifest;
}

/** Whether a file begins as a compressed one does. */
async function isCompressed(file: string): Promise<boolean> {
	const opened = await open(file, "r");
	const { buffer } = await opened.read(Buffer.alloc(2), 0, 2, 0);
	await opened.close();
	return buffer.equals(Buffer.from([0x1f, 0x8b]));
}

function readManifest(folder: string, file: string): Manifest {
	let text: string;
	try {
		text = readFileSync(join(folder, MANIFEST), "utf8");
	} catch {
		throw new Error(`${file} is not a backup of the hub: it does not begin with a manifest`);
	}
	const read = JSON.parse(text);
	if (typeof read?.format === "number" && read.format > FORMAT)
		throw new Error(
			`${file} was made by a newer version of the hub (${read.hub}); restore it with that version or a later one`,
		);
	return manifestSchema.parse(read);
}

/** Unpacks a backup into an empty folder and compares each file with the manifest. Throws where it is not whole. */
export async function unpackBackup(file: string, folder: string): Promise<Manifest> {
	const damaged = (reason: string) =>
		new Error(`${file} is incomplete or damaged (${reason}); nothing was restored`);
	let failure: Error | undefined;
	await extract({ file, cwd: folder, strict: true, preserveOwner: false }).catch((error) => {
		failure = error as Error;
	});
	if (failure && (await isCompressed(file))) throw damaged(failure.message);
	const manifest = readManifest(folder, file);
	for (const { name, bytes, sha256 } of manifest.files) {
		const path = join(folder, name);
		const found = statSync(path, { throwIfNoEntry: false });
		if (!found) throw damaged(`${name} is missing`);
		if (found.size !== bytes || (await sha256Of(path)) !== sha256)
			throw damaged(`${name} is not what was backed up`);
	}
	await rm(join(folder, MANIFEST));
	return manifest;
}
