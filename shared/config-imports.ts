import { z } from "zod";

const whole = (from: number, to: number, otherwise: number) =>
	z.coerce.number().int().min(from).max(to).default(otherwise);

/** Variables that bound imports of files. */
export const IMPORT_VARIABLES = {
	HUB_IMPORT_MAX_BYTES: whole(1000, 10_000_000_000, 200_000_000),
	HUB_IMPORT_MAX_UNPACKED_BYTES: whole(1000, 10_000_000_000, 200_000_000),
	HUB_IMPORT_MAX_RECORD: whole(1000, 10_000_000, 100_000),
	HUB_IMPORT_MAX_CELLS: whole(10, 10_000, 200),
	HUB_IMPORT_MAX_ROWS: whole(1, 100_000_000, 1_000_000),
	HUB_IMPORT_MAX_SECONDS: whole(1, 86_400, 3600),
	HUB_IMPORT_STALL_SECONDS: whole(1, 3600, 30),
	HUB_IMPORT_KEEP_DAYS: whole(1, 3650, 30),
	HUB_IMPORT_KEEP_BYTES: whole(1000, 1_000_000_000_000, 1_000_000_000),
};

/** How much one import may take, and how long the files of failed rows are kept. */
export type ImportLimits = {
	mostBytes: number;
	/** Total size of all parts of a workbook that are read. */
	mostUnpackedBytes: number;
	/** Of one row. */
	mostRecordCharacters: number;
	mostCells: number;
	mostRows: number;
	mostSeconds: number;
	/** How long the hub waits for the next kilobytes of an upload. */
	stallSeconds: number;
	keepDays: number;
	/** All files of failed rows together; the oldest go first. */
	keepBytes: number;
};

type Read = { [name in keyof typeof IMPORT_VARIABLES]: number };

export const importLimitsOf = (read: Read): ImportLimits => ({
	mostBytes: read.HUB_IMPORT_MAX_BYTES,
	mostUnpackedBytes: read.HUB_IMPORT_MAX_UNPACKED_BYTES,
	mostRecordCharacters: read.HUB_IMPORT_MAX_RECORD,
	mostCells: read.HUB_IMPORT_MAX_CELLS,
	mostRows: read.HUB_IMPORT_MAX_ROWS,
	mostSeconds: read.HUB_IMPORT_MAX_SECONDS,
	stallSeconds: read.HUB_IMPORT_STALL_SECONDS,
	keepDays: read.HUB_IMPORT_KEEP_DAYS,
	keepBytes: read.HUB_IMPORT_KEEP_BYTES,
});
