import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sql from "sql-template-tag";
import type { Storage } from "../../shared/database/database.ts";
import { openEngagementsDatabase } from "../../subgraphs/engagements/database/open.ts";
import { copyEngagements } from "./copy-engagements.ts";
import { datasetOf } from "./dataset.ts";
import { startPostgres } from "./postgres-server.ts";
import { childrenWith, cpuMs, ownMemoryMib } from "./processes.ts";
import { openReleasesHub, type Preview, type Quarter, type ReleasesHub } from "./releases-hub.ts";
import { type ServingFigures, serving } from "./statistics-serving.ts";

/** What it takes to make one release. */
export type ReleaseFigures = {
	engine: string;
	what: string;
	seconds: number;
	cpuSeconds: number;
	/** The most that the process grew and the one beside it that made the release had, WebAssembly included. */
	addedMib: number;
	peakMib: number;
	publishMs: number | null;
	/** Cells of all tables, those that are EMPTY too. */
	cells: number;
	/** Linear programs that the audit solved, and its narrowest interval as a multiple of what the rules demand. */
	programs: number;
	narrowest: number | null;
	preview: Preview;
};

export type ReleasesMeasured = { made: ReleaseFigures[]; served: ServingFigures[] };

/** Fiscal years that the generator makes records of. */
const YEARS = Array.from({ length: 11 }, (_, index) => 2015 + index);
const ONE_YEAR = 2024;
const SAMPLE_MS = 20;

const quartersOf = (fiscalYear: number): Quarter[] =>
	[1, 2, 3, 4].map((quarter) => ({ fiscalYear, quarter }));

/** What the stored preview says of its audit, which the API does not tell. */
async function auditOf(
	storage: Storage,
	{ preview }: Preview,
): Promise<Pick<ReleaseFigures, "programs" | "narrowest">> {
	const database = await openEngagementsDatabase(storage);
	const [row] = await database.read<{ summary: string }>(
		sql`SELECT p.summary FROM release_previews p WHERE p.id = ${preview}`,
	);
	await database.close();
	const { programs = 0, narrowest = null } = row ? JSON.parse(row.summary) : {};
	return { programs, narrowest };
}

async function made(
	hub: ReleasesHub,
	about: { engine: string; storage: Storage; what: string; before: number },
	quarters: Quarter[] | null,
): Promise<ReleaseFigures> {
	const { engine, storage, what, before } = about;
	let peak = before;
	let makersCpu = 0;
	const sampling = setInterval(() => {
		const makers = childrenWith("shared/worker/bootstrap.js");
		peak = Math.max(peak, ownMemoryMib([process.pid, ...makers]));
		makersCpu = Math.max(makersCpu, cpuMs(makers));
	}, SAMPLE_MS);
	const [started, cpu] = [performance.now(), cpuMs([process.pid])];
	const preview = await hub.preview(quarters);
	clearInterval(sampling);
	const why = preview.refusals.map(({ message }) => `: ${message}`).join("");
	process.stderr.write(`${engine}: a release of ${what} is ${preview.status}${why}\n`);
	return {
		engine,
		what,
		seconds: (performance.now() - started) / 1000,
		cpuSeconds: (cpuMs([process.pid]) - cpu + makersCpu) / 1000,
		addedMib: peak - before,
		peakMib: peak,
		publishMs: null,
		cells: (preview.tables ?? []).reduce(
			(sum, { published, suppressed, empty }) => sum + published + suppressed + empty,
			0,
		),
		...(await auditOf(storage, preview)),
		preview,
	};
}

async function onEngine(
	engine: string,
	storage: Storage,
	years: readonly number[],
): Promise<ReleasesMeasured> {
	const hub = await openReleasesHub(storage);
	try {
		for (const year of YEARS) for (const quarter of quartersOf(year)) await hub.close(quarter);
		const before = ownMemoryMib([process.pid]);
		const year = await made(
			hub,
			{ engine, storage, what: `fiscal year ${ONE_YEAR}`, before },
			quartersOf(ONE_YEAR),
		);
		const what = `${years.length} fiscal years`;
		const all = await made(hub, { engine, storage, what, before }, years.flatMap(quartersOf));
		const [last, covered] = all.preview.preview ? [all, years] : [year, [ONE_YEAR]];
		if (!last.preview.preview) return { made: [year, all], served: [] };
		const started = performance.now();
		const release = await hub.publish(last.preview.preview);
		last.publishMs = performance.now() - started;
		return {
			made: [year, all],
			served: await serving(hub, storage, { engine, release, years: covered }),
		};
	} finally {
		await hub.end();
	}
}

/** Time and memory to make releases, and to serve their tables beside plain SQL, on copies of a data set. */
export async function releases(
	smes: number,
	engagements: number,
	options: { confidential: number; years: number; engines: readonly string[] },
): Promise<ReleasesMeasured> {
	const dataset = await datasetOf(smes, engagements, options.confidential);
	const dataDir = mkdtempSync(join(tmpdir(), "bench-releases-"));
	const years = YEARS.slice(-options.years);
	const done: ReleasesMeasured[] = [];
	try {
		cpSync(dataset.dir, dataDir, { recursive: true });
		await (await openEngagementsDatabase({ dataDir })).close();
		if (options.engines.includes("postgres")) {
			const server = await startPostgres();
			try {
				const storage = { dataDir, databaseUrl: server.url };
				await copyEngagements(dataDir, storage);
				done.push(await onEngine("PostgreSQL", storage, years));
			} finally {
				await server.stop();
			}
		}
		if (options.engines.includes("sqlite"))
			done.unshift(await onEngine("SQLite", { dataDir }, years));
	} finally {
		rmSync(dataDir, { recursive: true, force: true });
	}
	return {
		made: done.flatMap((one) => one.made),
		served: done.flatMap((one) => one.served),
	};
}
