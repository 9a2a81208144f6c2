import { Column, Entity, PrimaryColumn } from "typeorm";

/** One entry of the publish log; each holds the hash of the one before. The database refuses to change or delete one. */
@Entity("publish_log")
export class LogRow {
	/** 1, 2, 3 … without a gap. */
	@PrimaryColumn("integer") seq: number;
	@Column("text") at: string;
	/** "HUB_ADMIN", "PROGRAM_OFFICE", "partner <id>" or "hub". */
	@Column("text") actor: string;
	/** The mutation that was run, for example publishSubgraph. */
	@Column("text") action: string;
	@Column("text") partner_id: string;
	@Column("text", { nullable: true }) subgraph: string | null;
	@Column("integer", { nullable: true }) version: number | null;
	/** Canonical JSON. */
	@Column("text") detail: string;
	/** The partner's signature over what it asked for. */
	@Column("text", { nullable: true }) proof: string | null;
	@Column("text") previous: string;
	@Column("text") hash: string;
}

/** An operation that the hub has seen, without values. */
@Entity("operations")
export class OperationRow {
	/** sha-256 of the document. */
	@PrimaryColumn("text") id: string;
	@Column("text") document: string;
	@Column("text", { nullable: true }) name: string | null;
	@Column("text") first_day: string;
	@Column("text") last_day: string;
}

@Entity("operation_fields")
export class OperationFieldRow {
	/** `<operation>~<field>`. */
	@PrimaryColumn("text") id: string;
	@Column("text") operation_id: string;
	/** "Type.field". */
	@Column("text") field: string;
}

@Entity("operation_partners")
export class OperationPartnerRow {
	/** `<operation>~<partner>`. */
	@PrimaryColumn("text") id: string;
	@Column("text") operation_id: string;
	@Column("text") partner_id: string;
}

/** How often a consumer ran an operation on a day. */
@Entity("operation_counts")
export class OperationCountRow {
	/** `<operation>~<day>~<consumer>`. */
	@PrimaryColumn("text") id: string;
	@Column("text") operation_id: string;
	@Column("text") consumer: string;
	@Column("text") day: string;
	@Column("integer") count: number;
	@Column("integer") errors: number;
}

/** What one request disclosed to a partner. */
@Entity("disclosures")
export class DisclosureRow {
	@PrimaryColumn("text") id: string;
	@Column("text") at: string;
	@Column("text") request_id: string;
	@Column("text") partner_id: string;
	@Column("text") subgraph: string;
	@Column("text") type: string;
	/** JSON list. */
	@Column("text") fields: string;
	@Column("integer") representations: number;
	@Column("text") consumer: string;
}

/** A record named in a disclosure. */
@Entity("disclosed_records")
export class DisclosedRecordRow {
	/** `<disclosure>~<record>`. */
	@PrimaryColumn("text") id: string;
	@Column("text") disclosure_id: string;
	@Column("text") record_id: string;
}
