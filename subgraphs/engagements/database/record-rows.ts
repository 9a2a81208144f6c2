import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from "typeorm";

/**
 * One committed change of one record. `seq` is the order of commits; it is never shown, because its gaps would
 * reveal how many changes a viewer may not see.
 */
@Entity("revisions")
export class RevisionRow {
	@PrimaryGeneratedColumn() seq: number;
	/** Random; the public name of the change. */
	@Column("text") token: string;
	/** SME, ENGAGEMENT, OUTCOME, QUARTER, MEMBERSHIP, CLOSED_QUARTER or DISTINCT_PAIR. */
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
	/** The field that the reason is about, as the API names it. */
	@Column("text", { nullable: true }) about: string | null;
	/** The record as JSON; null where it was new. */
	@Column("text", { nullable: true }) before: string | null;
	@Column("text") after: string;
	@Column("text", { nullable: true }) center_id: string | null;
	@Column("boolean") was_public: boolean;
	@Column("boolean") is_public: boolean;
	@Column("text", { nullable: true }) batch_id: string | null;
}

/** An idempotency key of a mutation, and the record that the mutation changed. */
@Entity("requests")
export class RequestRow {
	/** `<scope>~<key>`; the scope is the center, or the office. */
	@PrimaryColumn("text") id: string;
	/** Digest of operation and content. */
	@Column("text") fingerprint: string;
	/** Random value of the transaction that inserted the key, by which that transaction recognises its own row. */
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
