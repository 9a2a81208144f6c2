import { askHub, type HubOptions } from "./ask.ts";
import { wrongUse } from "./failure.ts";
import { printJson } from "./table.ts";

type Entry = {
	version: number;
	previous: number | null;
	servedAt: string;
	changes: Array<{ criticality: string; path: string; message: string }>;
	totalChanges: number;
};

const ENTRY =
	"version previous servedAt parts { name version } changes { criticality path message } totalChanges";

async function entriesOf(
	options: HubOptions & { from?: number; to?: number; first: number },
): Promise<Entry[]> {
	const { from, to, first } = options;
	if (from === undefined && to === undefined) {
		const { schemaChangelog } = await askHub<{ schemaChangelog: Entry[] }>(
			options,
			`query($first: Int!) { schemaChangelog(first: $first) { ${ENTRY} } }`,
			{ first },
		);
		return schemaChangelog;
	}
	if (from === undefined || to === undefined)
		throw wrongUse("--from and --to belong together: give both supergraph versions, or neither");
	const { schemaDiff } = await askHub<{ schemaDiff: Entry }>(
		options,
		`query($from: Int!, $to: Int!) { schemaDiff(from: $from, to: $to) { ${ENTRY} } }`,
		{ from, to },
	);
	return [schemaDiff];
}

/** Prints what changed in the schema with each supergraph, or between two of them. */
export async function changelog(
	options: HubOptions & { from?: number; to?: number; first: number; json?: boolean },
): Promise<void> {
	const entries = await entriesOf(options);
	if (options.json) {
		printJson(entries);
		return;
	}
	if (entries.length === 0) console.log("no supergraph versions are kept");
	for (const { version, previous, servedAt, changes, totalChanges } of entries) {
		const since = previous === null ? "" : ` since version ${previous}`;
		const count = `${totalChanges} ${totalChanges === 1 ? "change" : "changes"}${since}`;
		console.log(`version ${version}  ${servedAt}  ${count}`);
		for (const { criticality, path, message } of changes)
			console.log(`  ${criticality}  ${path}  ${message}`);
		if (totalChanges > changes.length)
			console.log(`  ${totalChanges - changes.length} more changes are not listed`);
	}
}
