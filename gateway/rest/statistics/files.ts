import { LRUCache } from "lru-cache";
import { PROGRAM } from "../../../shared/program.ts";
import { codebookCsv, csvwMetadata } from "./codebook.ts";
import type { TableDescription } from "./description.ts";
import type { FormatTable } from "./format-in-worker.ts";
import { isTableFormat, TABLE_FORMATS, type TableFormat } from "./formats.ts";
import { methodsOf } from "./methods.ts";
import { methodsPage, releasePage } from "./pages.ts";
import { type Ask, type Release, readTable } from "./release.ts";

const CACHE_BYTES = 64_000_000;

/** A file of a release. */
export type StatisticsFile = {
	type: string;
	/** Whether it is a table, which never changes; its `version` changes only with this program. */
	isTable: boolean;
	version: string;
	content(): Promise<Buffer>;
};

/** Files of every release that are no tables; "" is the page of the release. */
const EXPLAINING = ["", "methods", "codebook.csv", "csv-metadata.json"] as const;
type Explaining = (typeof EXPLAINING)[number];

const isExplaining = (name: string): name is Explaining =>
	(EXPLAINING as readonly string[]).includes(name);

/** The table and format of a file name; undefined if the release has no such table in such a format. */
function tableFileOf(name: string, release: Release) {
	const [table = "", ending] = name.split(/\.(?=[^.]*$)/);
	return isTableFormat(ending) && release.tables.some(({ id }) => id === table)
		? { table, format: ending }
		: undefined;
}

/** Names of all files of a release, but for its page: tables in every format, methods and codebooks. */
export function fileNames(release: Release): string[] {
	const endings = Object.keys(TABLE_FORMATS);
	return [
		...release.tables.flatMap(({ id }) => endings.map((ending) => `${id}.${ending}`)),
		...EXPLAINING.filter((name) => name !== ""),
	];
}

/** The files of releases, made when they are first asked for; the newest ones asked for are kept in memory. */
export function statisticsFiles(ask: Ask, format: FormatTable, licence: string) {
	const cache = new LRUCache<string, Buffer>({ maxSize: CACHE_BYTES });
	/** Files being made, so that each is made once however many ask for it. */
	const making = new Map<string, Promise<Buffer>>();

	function once(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
		const ready = cache.get(key);
		if (ready) return Promise.resolve(ready);
		const running = making.get(key);
		if (running) return running;
		const made = make()
			.then((content) => {
				cache.set(key, content, { size: content.length + 1 });
				return content;
			})
			.finally(() => making.delete(key));
		making.set(key, made);
		return made;
	}

	const tableFile = (release: Release, table: string, as: TableFormat | "description") =>
		once(`${release.id} ${table} ${as}`, async () =>
			format({ release, text: await readTable(ask, release, table), format: as }),
		);

	async function descriptions(release: Release): Promise<TableDescription[]> {
		const found = release.tables.map(async ({ id }) =>
			JSON.parse((await tableFile(release, id, "description")).toString()),
		);
		return Promise.all(found);
	}

	const EXPLAIN: Record<
		Explaining,
		{ type: string; text(release: Release): string | Promise<string> }
	> = {
		"": { type: "text/html", text: releasePage },
		methods: {
			type: "text/html",
			text: async (release) =>
				methodsPage(release, methodsOf(release, await descriptions(release))),
		},
		"codebook.csv": {
			type: "text/csv",
			text: async (release) => codebookCsv(await descriptions(release)),
		},
		"csv-metadata.json": {
			type: "application/csvm+json",
			text: async (release) => {
				const title = `Throughline, statistics, release ${release.number}`;
				return csvwMetadata(await descriptions(release), title, licence);
			},
		},
	};

	/** A file of a release by its name; undefined if there is none of that name. */
	return (release: Release, name: string): StatisticsFile | undefined => {
		const version = `${release.id} ${release.digest} ${name} ${PROGRAM}`;
		if (isExplaining(name)) {
			const { type, text } = EXPLAIN[name];
			const content = async () => Buffer.from(await text(release));
			return { type, isTable: false, version, content };
		}
		const file = tableFileOf(name, release);
		if (!file) return undefined;
		const { type } = TABLE_FORMATS[file.format];
		const content = () => tableFile(release, file.table, file.format);
		return { type, isTable: true, version, content };
	};
}
