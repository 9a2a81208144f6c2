import { Column, Entity, PrimaryColumn } from "typeorm";

/** One import: a file of engagements, or what came of one in several parts. */
@Entity("import_batches")
export class BatchRow {
	@PrimaryColumn("text") id: string;
	/** The center of who imported; null for the program office. */
	@Column("text", { nullable: true }) center_id: string | null;
	@Column("text") subject: string;
	@Column("text") role: string;
	/** Null where nobody told. */
	@Column("text", { nullable: true }) file_name: string | null;
	/** When the first and the last of its rows came, ISO 8601, UTC. */
	@Column("text") started_at: string;
	@Column("text") last_at: string;
	/** Null, like `unchanged` and `failed`, for imports from before batches were kept. */
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
