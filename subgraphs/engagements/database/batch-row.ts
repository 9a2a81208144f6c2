import { Column, Entity, PrimaryColumn } from "typeorm";

/** One import: a file of engagements, which may have come in several parts. */
@Entity("import_batches")
export class BatchRow {
	@PrimaryColumn("text") id: string;
	/** The center that imported it; null for the program office. */
	@Column("text", { nullable: true }) center_id: string | null;
	@Column("text") subject: string;
	@Column("text") role: string;
	/** Null if it was not given. */
	@Column("text", { nullable: true }) file_name: string | null;
	/** When its first and last rows were received, ISO 8601, UTC. */
	@Column("text") started_at: string;
	@Column("text") last_at: string;
	/** Null, like `unchanged` and `failed`, for imports from before batches were stored. */
	@Column("integer", { nullable: true }) rows: number | null;
	@Column("integer") created: number;
	@Column("integer") updated: number;
	@Column("integer", { nullable: true }) unchanged: number | null;
	@Column("integer", { nullable: true }) failed: number | null;
	/** TAKEN, UNDONE or PARTLY_UNDONE. */
	@Column("text") state: string;
	@Column("text", { nullable: true }) undone_at: string | null;
	@Column("text", { nullable: true }) undone_by: string | null;
	@Column("text", { nullable: true }) undo_reason: string | null;
}
