/** What became of a row, or in a check would become of it. */
type RowOutcome = "CREATED" | "UPDATED" | "UNCHANGED" | "FAILED";
/** What is wrong with a row; without a column with all of it. */
type CellFault = { column: string; message: string };

/** A row of a file that is imported from this device. */
export type ImportRow = {
	/** Line of the file on which it starts. */
	line: number;
	cells: string[];
	/** Why it could not be read, until somebody says what it is. */
	fault?: string;
	/** Its key, made of its content as it was in the file; for files without a column of keys. */
	key?: string;
	outcome?: RowOutcome;
	faults?: CellFault[];
	/** The hub has answered to it, as it is now, in an import rather than a check. */
	isSent?: true;
	/** Cells that somebody changed here, by their index; empty: the row was taken as its cells stand. */
	mended?: number[];
};

export type DateOrder = "MDY" | "DMY";

/** How the hub read the file. */
export type Understood =
	| { format: "csv"; encoding: string; delimiter: string }
	| { format: "xlsx"; sheet: string; sheets: string[] };

/** Rows that are being sent: in parts, each with a number, so that a part that arrives twice counts once. */
export type Sending = {
	/** Which rows, by their index. */
	queue: Uint32Array;
	firstPart: number;
	/** Parts that the hub has answered to. */
	done: number;
	isPaused?: boolean;
};

/** A file that is imported from this device, apart from its rows. */
export type ImportFile = {
	owner: string;
	batchId: string;
	fileName: string;
	understood: Understood;
	/** Names of the columns, as the file has them. */
	names: string[];
	/** The import's column that each of them is; null: left out. */
	targets: Array<string | null>;
	/** Which of these are no more than probable. */
	unsure: number[];
	dates: DateOrder | null;
	/** Whether rows get a key made of their content. */
	makesKeys: boolean;
	count: number;
	nextPart: number;
	sending?: Sending;
	/** When somebody undid it. */
	undoneAt?: string;
};

export const ROWS_A_PART = 200;

/** The import's columns of a file, and where each stands in a row; -1: the key that was made. */
function columnsOf({ targets, makesKeys }: ImportFile): Array<{ name: string; at: number }> {
	const columns = targets.flatMap((name, at) => (name === null ? [] : [{ name, at }]));
	return makesKeys ? [...columns, { name: "id", at: -1 }] : columns;
}

/** The input of the hub's mutation for some rows. */
export function partOf(file: ImportFile, rows: readonly ImportRow[]) {
	const columns = columnsOf(file);
	return {
		fileName: file.fileName.slice(0, 200),
		dates: file.dates,
		columns: columns.map(({ name }) => name),
		rows: rows.map((row) => ({
			line: row.line,
			cells: columns.map(({ at }) => (at < 0 ? row.key : row.cells[at]) ?? ""),
			...(row.fault && { fault: row.fault.slice(0, 1000) }),
		})),
	};
}

/** Whether a row is to be looked at: it is wrong, or was and has been changed since. */
export const isToMend = (row: ImportRow): boolean =>
	row.outcome === "FAILED" ||
	(row.fault !== undefined && row.outcome === undefined) ||
	(row.mended !== undefined && !row.isSent);

const indicesOf = (rows: readonly ImportRow[], wanted: (row: ImportRow) => boolean) =>
	rows.flatMap((row, index) => (wanted(row) ? [index] : []));

export const toMend = (rows: readonly ImportRow[]) => indicesOf(rows, isToMend);
/** Rows of which it is not known whether they are right. */
export const toCheck = (rows: readonly ImportRow[]) =>
	indicesOf(rows, ({ isSent, outcome }) => !isSent && outcome === undefined);
/** Rows that the hub does not have, as they are now. */
export const toSend = (rows: readonly ImportRow[]) => indicesOf(rows, ({ isSent }) => !isSent);

export type Tally = Record<RowOutcome | "UNCHECKED" | "SENT" | "UNSENT", number>;

/** How many rows stand where. SENT: the hub took them; UNSENT: it has not answered to them. */
export function tallyOf(rows: readonly ImportRow[]): Tally {
	const tally: Tally = {
		CREATED: 0,
		UPDATED: 0,
		UNCHANGED: 0,
		FAILED: 0,
		UNCHECKED: 0,
		SENT: 0,
		UNSENT: 0,
	};
	for (const { outcome, isSent } of rows) {
		tally[outcome ?? "UNCHECKED"]++;
		if (!isSent) tally.UNSENT++;
		else if (outcome !== "FAILED") tally.SENT++;
	}
	return tally;
}

export type PartAnswer = {
	outcomes: RowOutcome[];
	failures: Array<CellFault & { line: number }>;
};

/** A row as the hub answered to it. */
export function answered(
	row: ImportRow,
	at: number,
	answer: PartAnswer,
	isSent: boolean,
): ImportRow {
	const outcome = answer.outcomes[at] ?? "FAILED";
	const { faults: _, isSent: __, ...rest } = row;
	const faults = answer.failures
		.filter(({ line }) => line === row.line)
		.map(({ column, message }) => ({ column, message }));
	return {
		...rest,
		outcome,
		...(outcome === "FAILED" && { faults }),
		...(isSent && { isSent }),
	};
}

/** A row with another cell; what was known of it is no longer so. */
export function mended(row: ImportRow, at: number, value: string): ImportRow {
	const { outcome: _, isSent: __, ...rest } = row;
	const cells = Array.from({ length: Math.max(row.cells.length, at + 1) }, (_, index) =>
		index === at ? value : (row.cells[index] ?? ""),
	);
	const before = row.mended ?? [];
	return { ...rest, cells, mended: before.includes(at) ? before : [...before, at] };
}

/** A row that could not be read, as somebody says that it is. */
export function accepted(row: ImportRow, columns: number): ImportRow {
	const { outcome: _, isSent: __, fault: ___, faults: ____, ...rest } = row;
	return { ...rest, cells: row.cells.slice(0, columns), mended: row.mended ?? [] };
}

/** A row of which nothing is known any more, as another reading of its columns makes it. */
export function unchecked({ outcome: _, faults: __, ...row }: ImportRow): ImportRow {
	return row;
}

/** 53 bits that depend on each character (cyrb53 by bryc, public domain); not meant against those who want to deceive. */
function hash(text: string, seed: number): string {
	let [high, low] = [0xdeadbeef ^ seed, 0x41c6ce57 ^ seed];
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		high = Math.imul(high ^ code, 2654435761);
		low = Math.imul(low ^ code, 1597334677);
	}
	high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
	low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
	return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

/** Gives each row a key made of its cells; rows that are equal are told apart by their number. */
export function withKeys(rows: readonly ImportRow[]): ImportRow[] {
	const seen = new Map<string, number>();
	return rows.map((row) => {
		if (row.key) return row;
		const text = JSON.stringify(row.cells.map((cell) => cell.trim()));
		const content = `row-${hash(text, 1)}${hash(text, 2)}`;
		const before = seen.get(content) ?? 0;
		seen.set(content, before + 1);
		return { ...row, key: before === 0 ? content : `${content}-${before + 1}` };
	});
}

/** A new id of an import, as the hub accepts it. */
export const newBatchId = () => `bat_${crypto.randomUUID().replaceAll("-", "")}`;
