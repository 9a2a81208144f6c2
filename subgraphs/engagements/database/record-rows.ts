import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from "typeorm";

/**
 * One committed change of one record. `seq` is the order in which changes were committed; it never leaves the hub,
 * since its gaps count what a viewer may not see.
 */
@Entity("revisions")
export class RevisionRow {
	@PrimaryGeneratedColumn() seq: number;
	/** Random; what the change is called outside. */
	@Column("text") token: string;
	/** SME, ENGAGEMENT, OUTCOME, QUARTER or MEMBERSHIP. */
	@Column("text") record_type: string;
	@Column("text") record_id: string;
	@Column("integer") revision: number;
	/** What was done: "logged", "approved". */
	@Column("text") action: string;
	/** ISO 8601, UTC. */
	@Column("text") at: string;
	@Column("text") subject: string;
	@Column("text") role: string;
	@Column("text", { nullable: true }) reason: string | null;
	/** The record as JSON; null where it was new. */
	@Column("text", { nullable: true }) before: string | null;
	@Column("text") after: string;
	@Column("text", { nullable: true }) center_id: string | null;
	@Column("boolean") was_public: boolean;
	@Column("boolean") is_public: boolean;
	@Column("text", { nullable: true }) batch_id: string | null;
}

/** A key that a client gave to one of its mutations, and what that mutation did. */
@Entity("requests")
export class RequestRow {
	/** `<scope>~<key>`; the scope is the center, or the office. */
	@PrimaryColumn("text") id: string;
	/** Digest of operation and content. */
	@Column("text") fingerprint: string;
	/** Tells the transaction that took the key from one that finds it taken. */
	@Column("text") claim: string;
	@Column("text", { nullable: true }) record_id: string | null;
	@Column("integer", { nullable: true }) revision: number | null;
}

/** A quarter that a center has reported, which locks it. */
@Entity("quarters")
export class QuarterRow {
	/** `<center>~<fiscal year>~<quarter>`. */
	@PrimaryColumn("text") id: string;
	@Column("text") center_id: string;
	@Column("integer") fiscal_year: number;
	@Column("integer") quarter: number;
	@Column("text") reported_at: string;
	@Column("text") reported_by: string;
	@Column("integer") engagement_count: number;
	@Column("integer") sme_count: number;
	@Column("integer") revision: number;
}
