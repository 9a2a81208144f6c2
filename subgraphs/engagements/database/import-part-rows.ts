import { Column, Entity, PrimaryColumn } from "typeorm";

/** A numbered part of an import: sent again, it gets the same answer. */
@Entity("import_parts")
export class ImportPartRow {
	/** <batch>~<number> */
	@PrimaryColumn("text") id: string;
	@Column("text") batch_id: string;
	@Column("integer") part: number;
	@Column("text") fingerprint: string;
	/** Names of the columns as they were sent, JSON. */
	@Column("text") columns: string;
	/** Its counts and failures, JSON. */
	@Column("text") result: string;
	/** When it was received, ISO 8601, UTC. */
	@Column("text") at: string;
}

/** A row of a numbered part that was not imported. */
@Entity("import_failed_rows")
export class ImportFailedRowRow {
	/** <batch>~<line>: a row that is sent again replaces what is known of it. */
	@PrimaryColumn("text") id: string;
	@Column("text") batch_id: string;
	@Column("text") part_id: string;
	@Column("integer") line: number;
	/** JSON, in the order of the part's columns. */
	@Column("text") cells: string;
	/** JSON: [{ line, column, message }]. */
	@Column("text") failures: string;
}
