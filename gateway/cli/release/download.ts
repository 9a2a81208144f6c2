import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "../../../shared/config.ts";
import { fileNames, statisticsFiles } from "../../rest/statistics/files.ts";
import { findReleases } from "../../rest/statistics/find-release.ts";
import { formatInWorker } from "../../rest/statistics/format-in-worker.ts";
import { isTableFormat, TABLE_FORMATS } from "../../rest/statistics/formats.ts";
import type { Ask, Release } from "../../rest/statistics/release.ts";
import { CommandFailure, EXIT, wrongUse } from "../partner/failure.ts";
import { type ReleaseOptions, withGraph } from "./graph.ts";

type DownloadOptions = ReleaseOptions & { release: string; format: string };

/** Reads a file of a release. */
type ReadFile = (release: Release, name: string) => Promise<Buffer>;

function fromHub(hub: string): ReadFile {
	return async ({ number }, name) => {
		const url = new URL(`/statistics/${number}/${name}`, hub);
		const response = await fetch(url);
		if (!response.ok)
			throw new CommandFailure(`${url} responded with HTTP ${response.status}`, EXIT.unreachable);
		return Buffer.from(await response.arrayBuffer());
	};
}

function fromDatabase(ask: Ask): ReadFile {
	const fileOf = statisticsFiles(ask, formatInWorker(), readConfig().openData.licence);
	return async (release, name) => {
		const file = fileOf(release, name);
		if (!file) throw new Error(`release ${release.number} has no ${name}`);
		return file.content();
	};
}

/** The names of the files to write: tables in the chosen formats, and what explains them. */
function chosen(release: Release, formats: readonly string[]): string[] {
	const others = Object.keys(TABLE_FORMATS).filter((one) => !formats.includes(one));
	const tables = release.tables.map(({ id }) => id);
	return fileNames(release).filter(
		(name) => !others.some((ending) => tables.some((table) => name === `${table}.${ending}`)),
	);
}

function readFormats(text: string): string[] {
	const known = Object.keys(TABLE_FORMATS);
	const formats = text === "all" ? known : text.split(",").map((one) => one.trim());
	const wrong = formats.find((one) => !isTableFormat(one));
	if (wrong !== undefined)
		throw wrongUse(`--format: there is no "${wrong}"; there are ${known.join(", ")} and all`);
	return formats;
}

/** Writes the tables of a release into a folder, with the methods and the codebook. Files that are there are not overwritten. */
export async function download(folder: string, options: DownloadOptions): Promise<void> {
	const formats = readFormats(options.format);
	await withGraph(options, async (ask) => {
		const release = await findReleases(ask)(options.release);
		if (!release)
			throw new CommandFailure(
				options.release === "latest"
					? "No release was published yet; see: npm run hub -- release preview"
					: `There is no release "${options.release}"; list the releases with: npm run hub -- release list`,
				EXIT.refused,
			);
		const read = options.hub === undefined ? fromDatabase(ask) : fromHub(options.hub);
		const files = chosen(release, formats).map((name) => ({
			name,
			path: join(folder, name === "methods" ? "methods.html" : name),
		}));
		const there = files.find(({ path }) => existsSync(path));
		if (there)
			throw wrongUse(`${there.path}: the file exists and is not overwritten; name a new folder`);
		mkdirSync(folder, { recursive: true });
		for (const { name, path } of files)
			writeFileSync(path, await read(release, name), { flag: "wx" });
		console.log(
			options.json
				? JSON.stringify({ release: release.number, digest: release.digest, files }, null, 2)
				: `${files.length} files of release ${release.number} are in ${folder}. Read methods.html first.`,
		);
	});
}
