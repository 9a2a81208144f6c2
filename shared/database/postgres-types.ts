import pg from "pg";

const INT8 = 20;
const NUMERIC = 1700;

/** Counts and sums are numbers here, as SQLite gives them; pg would give text. */
export const TYPES = {
	getTypeParser: (oid: number, format?: "text" | "binary") =>
		oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format as "text"),
};
